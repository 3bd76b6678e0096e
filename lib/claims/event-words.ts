/** The telling words of events, weighed by how few events of the record have them. */
import type { Reference } from '../model/ids';
import type { Localized } from '../model/localized';
import type { ClaimLanguage } from './claim';
import type { ClaimEvent, ClaimRecord } from './record';
import { wordsOf } from './words';

export interface EventWords {
  /** How much a set of words has in common with an event; 1 for a word that no other event has. */
  share(event: ClaimEvent, words: ReadonlySet<string>, language: ClaimLanguage): number;
  /** How alike two events are told, 0 to 1. */
  likeness(a: ClaimEvent, b: ClaimEvent, language: ClaimLanguage): number;
}

interface Table {
  readonly words: ReadonlyMap<ClaimEvent, ReadonlySet<string>>;
  /** How many events have a word. */
  readonly counts: ReadonlyMap<string, number>;
}

export function createEventWords({ events, series }: ClaimRecord): EventWords {
  // "Radar dispute" is what its steps have in common, whatever their own titles say.
  const matters = new Map<Reference, Localized[]>();
  for (const { title, events: own } of series)
    for (const reference of own) matters.set(reference, [...(matters.get(reference) ?? []), title]);

  const tables = new Map<ClaimLanguage, Table>();
  const tableOf = (language: ClaimLanguage): Table => {
    const known = tables.get(language);
    if (known) return known;
    const words = new Map<ClaimEvent, ReadonlySet<string>>();
    const counts = new Map<string, number>();
    for (const event of events.values()) {
      const own = wordsOf(textOf(event, matters.get(event.reference) ?? [], language), language);
      words.set(event, own);
      for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const table = { words, counts };
    tables.set(language, table);
    return table;
  };
  return {
    likeness(a, b, language) {
      // Packs need not have texts in the article's language.
      return Math.max(
        ...[language, 'en' as const].map((one) => {
          const { words } = tableOf(one);
          const [own, other] = [words.get(a), words.get(b)];
          const least = Math.min(own?.size ?? 0, other?.size ?? 0);
          return own && other && least > 0 ? [...own].filter((word) => other.has(word)).length / least : 0;
        }),
      );
    },
    share(event, words, language) {
      const { words: all, counts } = tableOf(language);
      const own = all.get(event);
      if (!own) return 0;
      const most = Math.log(events.size + 1);
      let sum = 0;
      for (const word of words) if (own.has(word)) sum += Math.log((events.size + 1) / (counts.get(word) ?? 1)) / most;
      // Pairs of characters overlap: a word of three is two pairs.
      return language === 'en' ? sum : sum * 0.55;
    },
  };
}

function textOf({ texts, names }: ClaimEvent, matters: readonly Localized[], language: ClaimLanguage): string {
  const said = [...texts, ...matters].flatMap((text) => {
    const own = Object.entries(text).find(([tag]) => tag === language || tag.startsWith(`${language}-`))?.[1];
    return own === undefined ? [] : typeof own === 'string' ? own : own.text;
  });
  return [...said, ...names.filter(({ lang }) => lang.startsWith(language)).map(({ text }) => text)].join('. ');
}
