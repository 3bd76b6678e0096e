/**
 * What the reader opened in an article's briefing, kept where it can be found again: in place of `useState` where what is
 * opened belongs to the article and not to the moment.
 */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

export type Keepable = string | number | boolean | null | readonly Keepable[] | { readonly [key: string]: Keepable };

/** One article's. */
export interface Keeper {
  read(name: string): Keepable | undefined;
  keep(name: string, value: Keepable): void;
}

/** `null`: nothing is kept beyond the view's own life. */
export const KeeperContext = createContext<Keeper | null>(null);

/** As `useState`, under a name that is the same whenever this view is drawn for this article. */
export function useKept<T extends Keepable>(name: string, initial: T): [T, (value: T) => void] {
  const keeper = useContext(KeeperContext);
  const [value, setValue] = useState<T>(() => (keeper?.read(name) as T | undefined) ?? initial);
  return [
    value,
    (next) => {
      setValue(() => next);
      keeper?.keep(name, next);
    },
  ];
}
