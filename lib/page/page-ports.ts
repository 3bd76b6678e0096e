/** What a page session needs from the rest of the extension. The content script's entrypoint supplies it. */
import type { CardModel, ChoiceModel } from '../briefing/view-models';
import type { ArticleInfo } from '../model/article';
import type { Reference } from '../model/ids';
import type { CardInput, PageAnswer, PageTextRequest, StyledKinds } from '../services/exchange';
import type { PageSettings } from '../settings/schema';
import type { HighlightNames } from './painter';

/** The background, as far as a page may ask it. Rejections mean: not now. */
export interface PageBackground {
  hello(page: string, host: string): Promise<{ settings: PageSettings; tabId: number; windowId: number }>;
  readText(request: PageTextRequest): Promise<PageAnswer>;
  /** Styles the highlights in elements of these kinds; `*`: in all. */
  style(names: HighlightNames, elements: readonly string[]): Promise<StyledKinds>;
  skip(page: string, article: ArticleInfo): Promise<unknown>;
  card(page: string, reference: Reference): Promise<CardModel | null>;
  choices(page: string, references: readonly Reference[], surface: string): Promise<ChoiceModel>;
}

/** The card's frame: its address for one page, and the way to it. */
export interface CardFrame {
  address(token: string): string;
  /** Hands over what to show; `null` only asks. Resolves to whether the frame with this token took it. */
  deliver(token: string, input: CardInput | null): Promise<boolean>;
}

export interface PagePorts {
  readonly background: PageBackground;
  readonly frame: CardFrame;
  /** False for events that a page has made: they drive nothing. */
  readonly isReal: (event: Event) => boolean;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/** 128 random bits as hexadecimal text. */
export function drawToken(random: PagePorts['random']): string {
  return [...random(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
