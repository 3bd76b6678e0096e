/** Erases everything, as the reader asks: what has begun is brought to its end, however often the browser dies. */
export interface ErasePorts {
  /** Whether an erasure has begun and not come to its end. */
  readonly hasBegun: () => Promise<boolean>;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Runs the steps while nobody else writes down what would bring anything back. */
  readonly alone: (steps: () => Promise<void>) => Promise<void>;
  /** In order; each may be done again. */
  readonly steps: readonly (() => Promise<void>)[];
  /** All is gone: what ships with the extension is installed again. */
  readonly erased: () => void;
}

export async function eraseEverything(ports: ErasePorts): Promise<void> {
  await ports.begin();
  await run(ports);
}

/** Goes on with an erasure that was cut off; call at every start. */
export async function resumeErasure(ports: ErasePorts): Promise<void> {
  if (await ports.hasBegun()) await run(ports);
}

async function run({ alone, steps, end, erased }: ErasePorts): Promise<void> {
  await alone(async () => {
    for (const step of steps) await step();
    await end();
  });
  erased();
}
