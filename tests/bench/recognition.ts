/**
 * The matcher warm, against what else there is: `recognition/<language>/<names>/<peer>` is our speed divided by the
 * peer's, with all folding, case rules and boundaries on our side and exact matching without them on the peer's. All in
 * one process, peer and matcher in turn, round by round. Besides: bytes a name, and the time to build from names as they
 * are written. Entries are chosen by their beginning: `recognition/en/100k`.
 */
import { AhoCorasick as DoubleArray } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import KeywordProcessor from 'flashtext.js';
import GraphemeAhoCorasick from 'modern-ahocorasick';
import { compileMatcher } from '../../lib/recognition/compile-matcher';
import { foldTable } from '../../lib/recognition/fold-table';
import { HIT_NUMBERS, Matcher } from '../../lib/recognition/matcher';
import { listSections } from '../../lib/recognition/matcher-sections';
import { matcherForms } from '../support/build-matcher';
import { generateNames, generateNews, type NewsLanguage } from '../support/generated-news';
import { MapTrie } from './map-trie';
import { median } from './percentile';
import { recognitionResolve } from './recognition-resolve';
import type { Measurement } from './run';

const FINGERPRINT = '0123456789abcdef0123456789abcdef';
const LANGUAGES: readonly NewsLanguage[] = ['en', 'ja', 'ko'];
const SIZES = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 } as const;
type Size = keyof typeof SIZES;
/** Sizes at which bytes and building are measured. */
const MEASURED: readonly Size[] = ['100k', '1m'];

/** Measured after as many that only warm up as are named second. */
const ROUNDS = 15;
const WARM_UP = 10;
const TEXT_UNITS = 300_000;

/** Looks through a text; what is found must not be thrown away unseen. */
type Search = (text: string) => number;

interface Peer {
  readonly build: (names: readonly string[]) => Search;
  /** Why it is not measured at a million names. */
  readonly tooLarge?: string;
}

const PEERS: Readonly<Record<string, Peer>> = {
  'map-trie': {
    build: (names) => {
      const trie = new MapTrie(names);
      return (text) => trie.find(text).length;
    },
  },
  'flashtext.js': {
    build: (names) => {
      const processor = new KeywordProcessor(true);
      for (const name of names) processor.addKeyword(name);
      return (text) => processor.extractKeywords(text).length;
    },
  },
  ahocorasick: {
    build: (names) => {
      const automaton = new AhoCorasick(names);
      return (text) => automaton.search(text).length;
    },
    tooLarge: 'does not finish building in minutes',
  },
  '@monyone/aho-corasick': {
    build: (names) => {
      const automaton = new DoubleArray([...names]);
      return (text) => automaton.matchInText(text).length;
    },
    tooLarge: 'does not finish building in minutes',
  },
  'modern-ahocorasick': {
    build: (names) => {
      const automaton = new GraphemeAhoCorasick(names);
      return (text) => automaton.search(text).length;
    },
  },
};

/** ms to search all blocks once; as often as it takes for the clock to be exact enough. */
function time(search: Search, blocks: readonly string[]): number {
  let found = 0;
  let runs = 0;
  const start = performance.now();
  let passed = 0;
  do {
    for (const block of blocks) found += search(block);
    runs++;
    passed = performance.now() - start;
  } while (passed < 20);
  if (found < 0) throw new Error('a search found less than nothing');
  return passed / runs;
}

/** How many times faster ours is than the peer: the median of rounds in which each runs once. */
function compare(ours: Search, peer: Search, blocks: readonly string[]): number {
  const ratios: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const theirs = time(peer, blocks);
    const own = time(ours, blocks);
    if (round >= 0) ratios.push(theirs / own);
  }
  return median(ratios);
}

/** All that the baseline finds by exact comparison is among what the matcher finds; throws where it is not. */
function checkAgainst(names: readonly string[], matcher: Matcher, blocks: readonly string[]): void {
  const trie = new MapTrie(names);
  for (const block of blocks) {
    const count = matcher.find(block);
    const found = new Set<string>();
    for (let i = 0; i < count * HIT_NUMBERS; i += HIT_NUMBERS)
      found.add(`${matcher.hits[i + 1]} ${matcher.hits[i + 2]}`);
    const exact = trie.find(block);
    for (let i = 0; i < exact.length; i += 2) {
      if (!found.has(`${exact[i]} ${exact[i + 1]}`))
        throw new Error(`the matcher does not find "${block.slice(exact[i], exact[i + 1])}"`);
    }
  }
}

/** Measures the entries that are wanted, by their names. */
export async function recognition(isWanted: (name: string) => boolean): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const report = (name: string, value: number, unit: string, better: Measurement['better']) => {
    if (isWanted(name)) results.push({ name, value, unit, better });
  };
  for (const size of Object.keys(SIZES) as Size[]) {
    const wanted = Object.keys(PEERS).filter((peer) =>
      LANGUAGES.some((language) => isWanted(`recognition/${language}/${size}/${peer}`)),
    );
    const isMeasured =
      MEASURED.includes(size) &&
      LANGUAGES.some((language) =>
        ['bytes-per-name', 'build-ms'].some((name) => isWanted(`recognition/${language}/${size}/${name}`)),
      );
    if (wanted.length === 0 && !isMeasured) continue;

    const names = generateNames(SIZES[size]);
    const builds: number[] = [];
    let sections = compileMatcher(matcherForms(names), FINGERPRINT);
    for (let run = 0; isMeasured && run < (size === '1m' ? 1 : 3); run++) {
      const start = performance.now();
      sections = compileMatcher(matcherForms(names), FINGERPRINT);
      builds.push(performance.now() - start);
    }
    const bytes = listSections(sections).reduce((sum, { byteLength }) => sum + byteLength, 0);
    const { pages, entries } = foldTable();
    if (isMeasured) {
      // The table of folding is the same for any number of names, and is told apart.
      const bytesPerName = (bytes - pages.byteLength - entries.byteLength) / names.length;
      // One set of names for all languages: the figures are the set's.
      for (const language of LANGUAGES) {
        report(`recognition/${language}/${size}/bytes-per-name`, bytesPerName, 'bytes', 'lower');
        report(`recognition/${language}/${size}/build-ms`, median(builds), 'ms', 'lower');
      }
    }

    const matcher = new Matcher(sections);
    const news = Object.fromEntries(
      LANGUAGES.map((language) => [language, generateNews(language, names, TEXT_UNITS)]),
    ) as Record<NewsLanguage, string[]>;
    if (size === '10k' && wanted.length > 0)
      for (const blocks of Object.values(news)) checkAgainst(names, matcher, blocks);
    for (const name of wanted) {
      const peer = PEERS[name] as Peer;
      if (size === '1m' && peer.tooLarge !== undefined) {
        console.error(`recognition/*/1m/${name} left out: ${peer.tooLarge}`);
        continue;
      }
      const search = peer.build(names);
      for (const language of LANGUAGES) {
        const entry = `recognition/${language}/${size}/${name}`;
        if (isWanted(entry))
          report(
            entry,
            compare((text) => matcher.find(text), search, news[language]),
            '×',
            'higher',
          );
      }
    }
  }
  const { pages, entries } = foldTable();
  report('recognition/fold-table-bytes', pages.byteLength + entries.byteLength, 'bytes', 'lower');
  results.push(...recognitionResolve(isWanted));
  return results;
}
