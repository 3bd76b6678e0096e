import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type Citing, CitingContext } from './fact-context';

interface Props extends Pick<Citing, 'briefing'> {
  readonly children: ComponentChildren;
}

/** Rows that are of other packs, or of another day, than the briefing below. */
export function CitingOf({ briefing, children }: Props) {
  const citing = useContext(CitingContext);
  return <CitingContext.Provider value={citing && { ...citing, briefing }}>{children}</CitingContext.Provider>;
}
