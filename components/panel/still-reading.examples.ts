/** A reading in which nothing happens, for the examples. */
import type { BriefingModel } from '../../lib/briefing/view-models';
import { nothing } from '../examples';
import type { PanelReading } from './Panel';

export const stillReading = (article: BriefingModel, given: Partial<PanelReading> = {}): PanelReading => ({
  article,
  sinceOpen: new Set(),
  filters: {},
  onFilter: nothing,
  readAs: null,
  onReadAs: nothing,
  pairs: [],
  onPair: nothing,
  ...given,
});
