/** The numbered sources of an export: each is listed once, however often it is cited. */
import type { BriefingModel, SourceModel } from '../view-models';
import type { Words } from '../words';
import { type Note, say, shown } from './document';
import { webAddress } from './web-address';

type Pack = BriefingModel['packs'][number];

export interface Notes {
  /** Numbers of sources, listing those that are new. */
  sources(sources: readonly SourceModel[]): number[];
  /** The record itself, where it is what a statement is about: how far it reaches, how much of something it has. */
  pack(pack: Pack): number;
  /** The article, for its own words. */
  article(note: Note): number;
  all(): readonly Note[];
}

export function createNotes(words: Words): Notes {
  const notes: Note[] = [];
  const numbers = new Map<string, number>();
  const add = (key: string, note: Note): number => {
    const known = numbers.get(key);
    if (known === undefined) {
      notes.push(note);
      numbers.set(key, notes.length);
      return notes.length;
    }
    // What is withheld beside what came before the day is given beside what came after it and has been opened.
    if (notes[known - 1]?.title === null && note.title) notes[known - 1] = note;
    return known;
  };
  return {
    sources: (sources) => [...new Set(sources.map((source) => add(keyOf(source), toNote(source, words))))],
    pack: (pack) =>
      add(`pack ${pack.id}`, {
        publisher: say('Sidelight'),
        title: shown(pack.title),
        url: null,
        detail: words.t('exportVersion', { version: pack.version, date: words.date(pack.coverageTo) }),
        archived: null,
      }),
    article: (note) => add('article', note),
    all: () => notes,
  };
}

const keyOf = ({ url, publisher, title, published }: SourceModel): string =>
  `source ${url ?? [publisher, title, published].join('\n')}`;

function toNote({ title, publisher, url, archived, published, lang, isLater }: SourceModel, words: Words): Note {
  const note = { publisher: say(publisher), archived: webAddress(archived), url: webAddress(url) };
  // The words of an address tell as much as the headline.
  if (isLater) return { ...note, title: null, url: null, archived: null, detail: words.t('laterSource') };
  return {
    ...note,
    title: title === publisher ? null : { text: title, ...(lang ? { lang } : {}) },
    detail: published && words.date(published),
  };
}
