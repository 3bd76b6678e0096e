/** Command-line arguments: `--name value` or `--name=value`, repeated or alone, and what is left. */
import { CommandError } from './command';

export interface Arguments {
  /** Values of an option, in order; empty when it was not given. */
  all(name: string): string[];
  one(name: string): string | undefined;
  has(name: string): boolean;
  readonly rest: readonly string[];
}

export interface ArgumentRules {
  /** Options that take a value. */
  readonly options: readonly string[];
  /** Options that take none. */
  readonly flags: readonly string[];
  /** Shown after what is wrong. */
  readonly usage: string;
}

/** Takes arguments apart; throws a `CommandError` that names the argument which does not fit. */
export function parseArguments(argv: readonly string[], { options, flags, usage }: ArgumentRules): Arguments {
  const values = new Map<string, string[]>();
  const rest: string[] = [];
  const refuse = (message: string) => new CommandError(2, `${message}\n\n${usage}`);
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] as string;
    if (argument === '--') {
      rest.push(...argv.slice(i + 1));
      break;
    }
    if (!argument.startsWith('--')) {
      rest.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = argument.slice(2, equals < 0 ? undefined : equals);
    if (flags.includes(name)) {
      if (equals >= 0) throw refuse(`--${name} takes no value`);
      values.set(name, []);
      continue;
    }
    if (!options.includes(name)) throw refuse(`--${name} is not an option`);
    const value = equals < 0 ? argv[++i] : argument.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--')))
      throw refuse(`--${name} needs a value`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return {
    all: (name) => values.get(name) ?? [],
    one: (name) => values.get(name)?.at(-1),
    has: (name) => values.has(name),
    rest,
  };
}

/** Arguments that are files and nothing else, at least one of them. */
export function filesOf(argv: readonly string[], usage: string): readonly string[] {
  const { rest } = parseArguments(argv, { options: [], flags: [], usage });
  if (rest.length === 0) throw new CommandError(2, `FILE is missing\n\n${usage}`);
  return rest;
}
