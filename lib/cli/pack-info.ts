/** `pack info [--json] FILE…` */
import { pickText } from '../model/localized';
import type { PackHeader } from '../model/pack';
import { type Counts, createDescriber, type PackDescription } from '../packs/describe-pack';
import { filesOf, parseArguments } from './arguments';
import { CommandError } from './command';
import { checkPackFile, problemLines } from './files';

/** Prints what sound packs hold: for people, or with `--json` one object a line. */
export async function describePacks(argv: readonly string[], usage: string): Promise<number> {
  const options = parseArguments(argv, { options: [], flags: ['json'], usage });
  for (const file of filesOf(options.rest, usage)) {
    const describer = createDescriber();
    let bytes = 0;
    const verdict = await checkPackFile(file, { onRecords: describer.add }, (piece) => {
      bytes += piece;
    });
    if ('problems' in verdict) throw new CommandError(1, problemLines(file, verdict).join('\n'));
    const { header, sha256 } = verdict.sound;
    const description = describer.describe();
    if (options.has('json')) console.log(JSON.stringify({ file, bytes, sha256, header, ...description }));
    else console.log(toText(header, bytes, description).join('\n'));
  }
  return 0;
}

function toText(header: PackHeader, bytes: number, pack: PackDescription): string[] {
  const { events } = pack;
  const span = events.first === undefined ? '' : `, ${events.first} to ${events.last}`;
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['records', list(pack.records)],
    ['entities', list(pack.entities)],
    ['names', `${pack.names}, roles ${pack.roles}, relations ${pack.relations}`],
    ['events', list(events.kinds)],
    ['status', `${list(events.statuses)}${span}`],
    ['languages', list(pack.languages)],
    ['unverified', list(pack.unverified)],
    ['confidence', list(pack.confidence)],
    ['sources', list(pack.sources.kinds)],
    ['publishers', list(pack.sources.publishers)],
  ];
  return [
    `${header.id} ${header.version}: ${pickText(header.title, 'en')?.text ?? ''}`,
    `  licence ${header.license}, by ${header.publisher}, covers to ${header.coverageTo}, in ${header.languages.join(', ')}`,
    `  ${(bytes / 1024).toFixed(1)} KiB${header.private ? ', private: never marked in a page' : ''}${header.uses ? `, uses ${header.uses.join(', ')}` : ''}`,
    ...lines.filter(([, text]) => text !== '').map(([label, text]) => `  ${label.padEnd(10)} ${text}`),
    ...pack.coverage.map(
      ({ series, events: count, from, to, completeness }) =>
        `  coverage   ${series}: ${count} events, ${from} to ${to}, ${completeness}`,
    ),
  ];
}

const list = (counts: Counts): string =>
  Object.entries(counts)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
