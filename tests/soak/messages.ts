/** T71: 100,000 messages at the background's gate, in ten seeds; its memory does not grow with them. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzzRouter } from '../support/router-gate';

export const total = 10;
export const casesPerSave = 1;

const MESSAGES = 10_000;
/** What the engine keeps for itself: code that it has made, and the like. */
const MAX_GROWTH_MB = 8;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let before = 0;

export async function run(number: number): Promise<string> {
  // What a handler could not do is said in the console, as it should be.
  const say = console.error;
  console.error = () => undefined;
  try {
    await fuzzRouter(20260101 + number, MESSAGES);
  } finally {
    console.error = say;
  }
  collect();
  const used = process.memoryUsage().heapUsed / 1024 / 1024;
  if (number === 0 || before === 0) before = used;
  if (used - before > MAX_GROWTH_MB)
    throw new Error(`the heap has grown from ${before.toFixed()} to ${used.toFixed()} MB`);
  return `${MESSAGES.toLocaleString('en')} messages answered`;
}
