import type { ComponentChildren } from 'preact';
import { type Keeper, KeeperContext } from '../base/kept';
import { Said } from '../base/Said';
import { type Citing, CitingContext } from './fact-context';

interface Props extends Citing {
  /** Of the article; `null` where nothing is kept. */
  readonly keeper: Keeper | null;
  /** What was just done. */
  readonly said: string | null;
  readonly children: ComponentChildren;
}

/** Around whatever the panel shows: what is kept of it, how its facts are cited, and what was just done. */
export const PanelFrame = ({ keeper, briefing, onCopy, said, children }: Props) => (
  <KeeperContext.Provider value={keeper}>
    <CitingContext.Provider value={{ briefing, onCopy }}>
      {children}
      <Said text={said} />
    </CitingContext.Provider>
  </KeeperContext.Provider>
);
