/** The directory of records: where each is stored, the events of each target, and who holds the offices of a country. */
import { toReference } from '../model/ids';
import { parseEdtf } from '../text/edtf';
import { type Section, writeStrings } from './binary';
import type { CompilablePack } from './compile-index';
import type { Target } from './compile-names';
import { type CompileSteps, RECORDS_PER_STEP } from './compile-steps';
import type { Posts } from './compile-targets';
import { DAY_MAX, LISTED_KINDS, type ListedKind } from './index-layout';
import { type LookUp, membersOf } from './look-up';
import { checkReference, hashReference } from './record-directory';

/** The sections of the directory, in the order in which `RecordDirectory` reads them. */
export function* writeDirectory(
  packs: readonly CompilablePack[],
  targets: readonly Target[],
  lookUp: LookUp,
  posts: Posts,
): CompileSteps<Section[]> {
  const records = yield* writeRecords(packs);
  const events = yield* writeEvents(targets, lookUp);
  return [...records.hashes, ...events, ...writeHolders(posts), ...records.listed];
}

function* writeRecords(packs: readonly CompilablePack[]): CompileSteps<{ hashes: Section[]; listed: Section[] }> {
  const total = packs.reduce((sum, { records }) => sum + records.length, 0);
  const hashes = new Uint32Array(total);
  const checks = new Uint16Array(total);
  const listedKinds: number[] = [];
  const listed: string[] = [];
  let number = 0;
  for (const { header, records } of packs) {
    for (const record of records) {
      if (number % RECORDS_PER_STEP === 0) yield (0.5 * number) / total;
      const reference = toReference(header.id, record.id);
      hashes[number] = hashReference(reference);
      checks[number] = checkReference(reference);
      const kind = LISTED_KINDS.indexOf(record.record as ListedKind);
      if (kind >= 0) {
        listedKinds.push(kind);
        listed.push(reference);
      }
      number++;
    }
  }
  const numbers = Uint32Array.from(hashes.keys()).sort(
    (a, b) => (hashes[a] as number) - (hashes[b] as number) || a - b,
  );
  yield 0.5;
  const table = writeStrings(listed);
  return {
    hashes: [
      numbers.map((record) => hashes[record] as number),
      Uint16Array.from(numbers, (record) => checks[record] as number),
      numbers,
    ],
    listed: [Uint8Array.from(listedKinds), table.offsets, table.pool],
  };
}

/** For each target that has some, the events it takes part in or that happened there, in order of time. */
function* writeEvents(targets: readonly Target[], lookUp: LookUp): CompileSteps<Section[]> {
  const own = new Map<number, { event: number; first: number }[]>();
  const numbers: number[] = [];
  const days: number[] = [];
  for (const [event, { record, pack }] of targets.entries()) {
    if (event % RECORDS_PER_STEP === 0) yield 0.5 + (0.5 * event) / targets.length;
    if (record.record !== 'event') continue;
    const date = parseEdtf(record.date);
    const first = date?.first ?? DAY_MAX;
    numbers.push(event);
    days.push(first, date?.last ?? DAY_MAX);
    for (const member of membersOf(record, pack, lookUp)) {
      const list = own.get(member);
      if (list) list.push({ event, first });
      else own.set(member, [{ event, first }]);
    }
  }
  const owners = Uint32Array.from(own.keys()).sort();
  const offsets = new Uint32Array(owners.length + 1);
  const values: number[] = [];
  owners.forEach((owner, i) => {
    const list = own.get(owner) ?? [];
    list.sort((a, b) => a.first - b.first || a.event - b.event);
    for (const { event } of list) values.push(event);
    offsets[i + 1] = values.length;
  });
  return [owners, offsets, Uint32Array.from(values), Uint32Array.from(numbers), Int32Array.from(days)];
}

/** Offices by what they are of: whose, which office of the index, and by whom it is held. */
function writeHolders({ counts, offices }: Posts): Section[] {
  const held: { of: number; number: number; holder: number }[] = [];
  let number = 0;
  counts.forEach((count, holder) => {
    for (let i = 0; i < count; i++, number++) {
      const { post = -1, of = -1 } = offices[number] ?? {};
      if (post >= 0 && of >= 0) held.push({ of, number, holder });
    }
  });
  held.sort((a, b) => a.of - b.of || a.number - b.number);
  return [
    Uint32Array.from(held, ({ of }) => of),
    Uint32Array.from(held, (office) => office.number),
    Uint32Array.from(held, ({ holder }) => holder),
  ];
}
