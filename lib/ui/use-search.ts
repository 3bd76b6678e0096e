/** The search field of popup and panel: what is typed, and what was found of it. */
import { useEffect, useState } from 'preact/hooks';
import type { SearchModel } from '../briefing/search-models';
import type { Reading } from '../services/reading';
import type { KnowledgeReader } from './knowledge-reader';

export interface SearchState {
  readonly text: string;
  /** Of what was typed last, or of the letters before while that is looked for; `null`: nothing is installed yet. */
  readonly model: SearchModel | null | undefined;
  type(text: string): void;
}

export function useSearch(reader: KnowledgeReader, reading: Reading | null): SearchState {
  const [text, setText] = useState('');
  const [model, setModel] = useState<SearchModel | null | undefined>(undefined);
  const key = JSON.stringify(reading);
  useEffect(() => {
    if (!reading || text.trim() === '') {
      setModel(undefined);
      return;
    }
    let isOver = false;
    const look = () =>
      void reader.search({ ...reading, text }).then(
        (found) => {
          if (!isOver) setModel(found);
        },
        // The background may be restarting: the next letter asks again.
        () => undefined,
      );
    look();
    const unwatch = reader.watch(look);
    return () => {
      isOver = true;
      unwatch();
    };
  }, [reader, key, text]);
  return { text, model, type: setText };
}
