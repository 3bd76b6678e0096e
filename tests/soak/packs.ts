/**
 * Damaged packs (T39): each is refused with typed problems or found sound, within two seconds, without an exception,
 * and nothing of a refused one is kept.
 */
import type { PackRecord } from '../../lib/model/pack';
import { streamPack } from '../../lib/packs/stream-pack';
import { webByteTools } from '../../lib/platform/byte-tools';
import { writePack } from '../support/build-pack';
import { damagePack } from '../support/damage';
import { SOUND } from '../unit/packs/sound-pack';

const soundText = await writePack(SOUND);
const soundBytes = Buffer.from(soundText);
const MAX_MS = 2_000;
const CODES = /^(?:not-a-pack|newer|damaged|limit|unsafe|rule)$/;

/** Cases that the full run counts. */
export const total = 10_000;

/** A store that keeps what it was given only once it is told to. */
function createStore() {
  const staged: PackRecord[] = [];
  let kept: readonly PackRecord[] = [];
  return {
    stage: (records: readonly PackRecord[]) => {
      staged.push(...records);
    },
    commit: () => {
      kept = staged;
    },
    kept: () => kept,
  };
}

/** Runs one case; its outcome is a word, and an error what is wrong with the checker. */
export async function run(number: number): Promise<string> {
  const { kind, bytes } = damagePack(soundText, number);
  const store = createStore();
  const start = performance.now();
  const verdict = await streamPack([bytes], webByteTools, { onRecords: store.stage }, { batch: 3 });
  const fail = (message: string) => new Error(`damaged pack ${number} (${kind}): ${message}`);
  if (performance.now() - start > MAX_MS) throw fail(`took longer than ${MAX_MS} ms`);
  if (({} as { polluted?: unknown }).polluted !== undefined) throw fail('reached what objects inherit');
  if ('sound' in verdict) {
    store.commit();
    if (store.kept().length !== verdict.sound.records) throw fail('handed on other records than it counts');
    const isUntouched = soundBytes.equals(bytes) || soundText.trimEnd() === Buffer.from(bytes).toString();
    if (['bytes', 'seal', 'encoding'].includes(kind) && !isUntouched) throw fail('is altered, and was taken');
    return `${kind}: sound`;
  }
  if (store.kept().length > 0) throw fail('was refused, and kept');
  if (verdict.problems.length === 0) throw fail('was refused without a reason');
  for (const { line, message, code } of verdict.problems) {
    const isPlain = message.length > 5 && !/undefined|\[object|NaN/.test(message.replace(/"[^"]*"/g, ''));
    if (!CODES.test(code) || !Number.isInteger(line) || line < 0 || !isPlain)
      throw fail(`was refused with "${line} ${code}: ${message}"`);
  }
  return `${kind}: refused`;
}
