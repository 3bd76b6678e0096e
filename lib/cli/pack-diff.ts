/** `pack diff [--json] A B` */
import type { PackHeader } from '../model/pack';
import { diffPacks, type PackDiff, type Version } from '../packs/diff-packs';
import type { FieldChange } from '../packs/diff-values';
import { parseArguments } from './arguments';
import { CommandError } from './command';
import { checkPackFile, problemLines } from './files';

/** Prints what changed, by id and field: for people, or with `--json` as one object. Both packs must be sound. */
export async function diffPackFiles(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: [], flags: ['json'], usage });
  const [before, after, ...more] = options.rest;
  if (!before || !after || more.length > 0) throw new CommandError(2, `two files are compared: A and B\n\n${usage}`);
  const versions = { before: await openVersion(before), after: await openVersion(after) };
  const diff = await diffPacks(versions.before, versions.after);
  const ends = [versions.before.header, versions.after.header] as const;
  if (options.has('json')) console.log(JSON.stringify({ from: nameOf(ends[0]), to: nameOf(ends[1]), ...diff }));
  else console.log(toText(ends, diff).join('\n'));
  return 0;
}

const nameOf = ({ id, version }: PackHeader) => ({ id, version });

/** Checks a pack, so that its header is known and its records may be read again unchecked by the caller. */
async function openVersion(file: string): Promise<Version> {
  const verdict = await checkPackFile(file);
  if ('problems' in verdict) throw new CommandError(1, problemLines(file, verdict).join('\n'));
  return {
    header: verdict.sound.header,
    read: async (take) => {
      await checkPackFile(file, { onRecords: take });
    },
  };
}

function toText([before, after]: readonly [PackHeader, PackHeader], diff: PackDiff): string[] {
  const { changed, added, withdrawn, removed, same } = diff;
  return [
    `${before.id} ${before.version} -> ${after.id} ${after.version}: ${changed.length} changed, ${added.length} added, ${withdrawn.length} withdrawn, ${removed.length} removed, ${same} the same`,
    ...diff.header.map((change) => `~ header ${changeText(change)}`),
    ...changed.flatMap(({ id, fields }) => fields.map((change) => `~ ${id} ${changeText(change)}`)),
    ...added.map((id) => `+ ${id}`),
    ...withdrawn.map(({ id, reason, date }) => `- ${id} withdrawn ${date}: ${reason}`),
    ...removed.map((id) => `- ${id} removed without a record of it`),
  ];
}

function changeText({ field, before, after }: FieldChange): string {
  if (before === undefined) return `${field}: now ${shorten(after)}`;
  if (after === undefined) return `${field}: no longer ${shorten(before)}`;
  return `${field}: ${shorten(before)} -> ${shorten(after)}`;
}

const MAX_SHOWN = 100;
function shorten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
