/** Command-line arguments: `--name value`, repeated or alone, and what is left. */

export interface Arguments {
  /** Values of an option, in order; empty when it was not given. */
  all(name: string): string[];
  one(name: string): string | undefined;
  has(name: string): boolean;
  readonly rest: readonly string[];
}

/** `flags`: options that take no value. Ends the command with `usage` on an option that is not known. */
export function parseArguments(
  argv: readonly string[],
  options: readonly string[],
  flags: readonly string[],
  usage: string,
): Arguments {
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] as string;
    if (!argument.startsWith('--')) {
      rest.push(argument);
      continue;
    }
    const name = argument.slice(2);
    if (flags.includes(name)) values.set(name, []);
    else if (options.includes(name) && argv[i + 1] !== undefined) {
      i += 1;
      values.set(name, [...(values.get(name) ?? []), argv[i] as string]);
    } else {
      console.error(`${argument} ${options.includes(name) ? 'needs a value' : 'is not an option'}\n\n${usage}`);
      process.exit(2);
    }
  }
  return {
    all: (name) => values.get(name) ?? [],
    one: (name) => values.get(name)?.at(-1),
    has: (name) => values.has(name),
    rest,
  };
}
