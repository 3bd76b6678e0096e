/** What a page session needs from the rest of the extension. The content script's entrypoint supplies it. */
import type { CardModel, ChoiceModel } from '../briefing/view-models';
import type { ArticleInfo } from '../model/article';
import type { Reference } from '../model/ids';
import type { CardInput, CardOutput, PageAnswer, PageTextRequest } from '../services/exchange';
import type { PageSettings } from '../settings/schema';
import type { HighlightNames } from './painter';

/** The background, as far as a page may ask it. Rejections mean: not now. */
export interface PageBackground {
  hello(page: string, host: string): Promise<{ settings: PageSettings; tabId: number; windowId: number }>;
  readText(request: PageTextRequest): Promise<PageAnswer>;
  style(names: HighlightNames): Promise<boolean>;
  skip(page: string, article: ArticleInfo): Promise<unknown>;
  card(page: string, reference: Reference): Promise<CardModel | null>;
  choices(page: string, references: readonly Reference[], surface: string): Promise<ChoiceModel>;
}

export interface CardChannel {
  send(input: CardInput): void;
  close(): void;
}

/** The card's frame: its address for one page, and the port to it. */
export interface CardFrame {
  address(token: string): string;
  /** Resolves when the frame has answered; rejects when nobody listens yet. `onGone`: the frame was taken away. */
  connect(token: string, onOutput: (output: CardOutput) => void, onGone: () => void): Promise<CardChannel>;
}

export interface PagePorts {
  readonly background: PageBackground;
  readonly frame: CardFrame;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}

/** 128 random bits as hexadecimal text. */
export function drawToken(random: PagePorts['random']): string {
  return [...random(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
