/** What content script and background exchange about a page: plain data, port types of `read-page`. */
import type { Marking } from '../briefing/choose-marks';
import type { CardModel, ChoiceModel } from '../briefing/view-models';
import type { ArticleInfo, AsOf, Mention, TextBlock } from '../model/article';
import type { Reference } from '../model/ids';

/**
 * A mention with what the content script must know to draw it and to answer at it, whatever the level of marks: what
 * does not answer to rest answers to the keyboard and the hold key.
 */
export type PlacedMention = Pick<Mention, 'block' | 'start' | 'end' | 'entity' | 'candidates'> & Marking;

export type PageAnswer =
  /** Further parts of this revision are wanted. */
  | { readonly kind: 'more' }
  /** The background was restarted and has lost the page: everything, please. */
  | { readonly kind: 'send-all' }
  /** Packs are being installed: ask again in a while. */
  | { readonly kind: 'installing' }
  | {
      readonly kind: 'mentions';
      /** Of the request that is answered. */
      readonly reading: number;
      readonly asOf: AsOf;
      /** Their cards follow (`PageCards`). */
      readonly mentions: readonly PlacedMention[];
    };

/** Where marks can be seen now: in the kinds of element that were asked for, in all, or nowhere. */
export type StyledKinds = 'these' | 'all' | 'none';

/** Cards that follow an answer, unasked and at once, so that a sleeping background delays none of them later. */
export interface PageCards {
  readonly page: string;
  /** Of the answer that they follow. */
  readonly reading: number;
  readonly cards: readonly CardModel[];
}

export interface PageTextRequest {
  /** Drawn at random by the content script; a new document is a new page. */
  readonly page: string;
  /** Counts the texts that a page has sent, in whatever revision: what answers and follows one carries it back. */
  readonly reading: number;
  readonly revision: number;
  readonly part: number;
  readonly of: number;
  readonly article: ArticleInfo;
  /** `null`: no date found. */
  readonly asOf: AsOf | null;
  /** The part's blocks: all of them in revision 0, the changed ones later. */
  readonly blocks: readonly TextBlock[];
  readonly removed: readonly number[];
}

/** What the content script hands to the card's frame, by way of the background. */
export type CardInput = {
  /** Counts the shows: the frame's answers carry it back, so that a late one is ignored. */
  readonly show: number;
  /** For `sidePanel.open` in the click itself. */
  readonly tabId: number;
  readonly windowId: number;
} & (
  | { readonly kind: 'card'; readonly model: CardModel }
  | { readonly kind: 'choice'; readonly model: ChoiceModel }
  | { readonly kind: 'loading'; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string }
  /** The card has become visible and was opened by keyboard: its heading takes the focus. */
  | { readonly kind: 'focus' }
);

/** What the frame tells the content script. */
export type CardOutput =
  | { readonly type: 'height'; readonly show: number; readonly px: number }
  | { readonly type: 'close' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'not-it' }
  | { readonly type: 'undo' }
  | { readonly type: 'choose'; readonly reference: Reference }
  /** The pointer is over the frame: the page's own events do not say so. */
  | { readonly type: 'pointer'; readonly inside: boolean };
