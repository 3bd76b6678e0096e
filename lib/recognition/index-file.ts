/**
 * Opens a compiled index: the head at once, every other group when it is first wanted. What is wrong with the header is
 * answered; what turns out to be wrong later is thrown as `DamagedIndexError`: the index must then be compiled again.
 */
import type { Reference } from '../model/ids';
import { type Group, type IndexProblem, type IndexSource, isSound, readGroups, SectionReader } from './binary';
import { finish } from './compile-steps';
import { lateReference } from './late-references';
import { NameIndex } from './name-index';
import { PrefixTable } from './prefix-table';
import { RecordDirectory } from './record-directory';
import { SearchTexts } from './search-texts';

/** Order of the groups in the file. */
const [HEAD, DIRECTORY, SEARCH] = [0, 1, 2];
const GROUPS = 3;

/** A part of an index that was read after its head cannot be read, or is not what was written. */
export class DamagedIndexError extends Error {
  override readonly name = 'DamagedIndexError';
}

/** What only a search needs. */
export interface SearchTables {
  /** The names by how they begin. */
  readonly prefixes: PrefixTable;
  /** What else is searched for. */
  readonly texts: SearchTexts;
}

export interface IndexFile {
  readonly index: NameIndex;
  /** Where records lie. Rejects with a `DamagedIndexError`. */
  directory(): Promise<RecordDirectory>;
  /** For searching, read when the first search is made. Rejects with a `DamagedIndexError`. */
  search(): Promise<SearchTables>;
  /** Compares everything with its checksums, in steps of a few ms; ends with whether all of it is what was written. */
  verify(): AsyncGenerator<void, boolean>;
}

/** Reads and opens the head. `fingerprint`: what the caller expects to have been compiled. */
export async function openIndexFile(source: IndexSource, fingerprint: string): Promise<IndexFile | IndexProblem> {
  let head: ArrayBuffer;
  try {
    head = await source.read(0, source.head);
  } catch {
    // The browser has lost the file, or part of it.
    return 'damaged';
  }
  const groups = readGroups(head, source.size, fingerprint);
  if (typeof groups === 'string') return groups;
  const [group] = groups;
  if (groups.length !== GROUPS || !group || head.byteLength < group.to) return 'damaged';
  return openParts(source, groups, head, new NameIndex(new SectionReader(group, head, 0)));
}

function openParts(source: IndexSource, groups: readonly Group[], head: ArrayBuffer, index: NameIndex): IndexFile {
  const read = async (number: number): Promise<{ group: Group; buffer: ArrayBuffer }> => {
    const group = groups[number] as Group;
    try {
      const buffer = await source.read(group.from, group.to);
      if (buffer.byteLength === group.to - group.from) return { group, buffer };
    } catch (cause) {
      throw new DamagedIndexError(`group ${number} of the index cannot be read`, { cause });
    }
    throw new DamagedIndexError(`group ${number} of the index is cut short`);
  };
  const directory = once(async () => {
    const { group, buffer } = await read(DIRECTORY);
    return new RecordDirectory(new SectionReader(group, buffer, group.from), index);
  });
  const search = once(async () => {
    const { group, buffer } = await read(SEARCH);
    if (!finish(isSound(group, buffer, group.from))) throw new DamagedIndexError('the names for searching are damaged');
    return openSearch(new SectionReader(group, buffer, group.from));
  });
  return {
    index,
    directory,
    search,
    async *verify() {
      if (!(yield* isSound(groups[HEAD] as Group, head, 0))) return false;
      for (const number of [DIRECTORY, SEARCH]) {
        const { group, buffer } = await read(number);
        if (!(yield* isSound(group, buffer, group.from))) return false;
      }
      return true;
    },
  };
}

/** The sections in the order in which the compiler writes them. */
const openSearch = (reader: SectionReader): SearchTables => ({
  prefixes: new PrefixTable(reader),
  texts: new SearchTexts(reader),
});

/** An index that is in memory as a whole, opened as a whole. */
export interface WholeIndex extends SearchTables {
  readonly index: NameIndex;
  readonly directory: RecordDirectory;
}

/** Opens a freshly compiled index without waiting; with the `references` of its targets, they are known at once. */
export function openWholeIndex(
  buffer: ArrayBuffer,
  fingerprint: string,
  references?: readonly Reference[],
): WholeIndex | IndexProblem {
  const groups = readGroups(buffer, buffer.byteLength, fingerprint);
  if (typeof groups === 'string') return groups;
  if (groups.length !== GROUPS) return 'damaged';
  const [head, directory, search] = groups.map((group) => new SectionReader(group, buffer, 0)) as [
    SectionReader,
    SectionReader,
    SectionReader,
  ];
  const index = new NameIndex(head, references && ((target) => references[target] ?? lateReference(target)));
  return { index, directory: new RecordDirectory(directory, index), ...openSearch(search) };
}

/** Reads once for all who ask; anew after a failure. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  };
}
