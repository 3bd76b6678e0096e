/** `pack seal FILE…` */
import { createHash } from 'node:crypto';
import { filesOf } from './arguments';
import { readText, writeText } from './files';
import { checkPacks } from './pack-check';

const END_RECORD = /^\s*\{\s*"record"\s*:\s*"end"/;

/** Also mends what editors leave behind: a byte order mark, carriage returns and empty lines. */
export async function sealPacks(argv: readonly string[], usage: string): Promise<number> {
  for (const file of filesOf(argv, usage)) {
    const lines = readText(file)
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '' && !END_RECORD.test(line));
    writeText(file, sealedText(lines));
  }
  return checkPacks(argv, usage);
}

/** The text of a pack from the lines before its end record. */
export function sealedText(lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join('');
  const end = { record: 'end', records: lines.length, sha256: createHash('sha256').update(body).digest('hex') };
  return `${body}${JSON.stringify(end)}\n`;
}
