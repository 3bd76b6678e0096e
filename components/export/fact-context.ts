/** What a row needs to be cited, from the panel around it: no list between them has to hand it on. */
import { createContext } from 'preact';
import type { BriefingModel } from '../../lib/briefing/view-models';

export interface Citing {
  /** `null` where there is none: a card knows its pack and its day by itself. */
  readonly briefing: Pick<BriefingModel, 'packs' | 'asOf'> | null;
  /** Copies a text, and says so. */
  readonly onCopy: (text: string, isReport: boolean) => void;
}

/** `null`: nothing can be copied here, as in the page's card. */
export const CitingContext = createContext<Citing | null>(null);
