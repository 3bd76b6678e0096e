/**
 * Every message that crosses a process boundary, by who may send it. Names are `area.verb`; requests and answers are
 * plain JSON. `schemas.ts` holds the runtime schema of each request, `router.ts` refuses what does not fit.
 */
import type { EntityPageModel } from '../briefing/entity-models';
import type { BriefAnswer } from '../briefing/look-up-models';
import type { FoundSubject, HistoryDays, HistoryModel, OwnModel } from '../briefing/own-models';
import type { PairModel, PairNames } from '../briefing/pair-models';
import type { SearchModel } from '../briefing/search-models';
import type { CardModel, ChoiceModel, MendAction, PageStatus } from '../briefing/view-models';
import type { ArticleInfo, AsOf } from '../model/article';
import type { PackId, Reference } from '../model/ids';
import type { OwnPut, OwnTable, Subject } from '../model/own';
import type { Problem } from '../model/problem';
import type { EntityRequest } from '../services/entity-page';
import type { CardInput, CardOutput, PageAnswer, PageCards, PageTextRequest, StyledKinds } from '../services/exchange';
import type { InstallProgress } from '../services/install-packs';
import type { SearchRequest } from '../services/search';
import type { CheckResult } from '../services/subscriptions/check-address';
import type { DeletionPolicy } from '../services/sync/keep-replica';
import type { RunEnd } from '../services/sync/sync-folder';
import type { PageSettings } from '../settings/schema';

interface HelloAnswer {
  readonly settings: PageSettings;
  /** The tab, for `sidePanel.open` in the card's own click. */
  readonly tabId: number;
  readonly windowId: number;
}

/** What a content script may ask for, and our own pages that hold an article. Treat every field as hostile. */
interface ArticleMessages {
  /** A page wants to know whether Sidelight is on here, and how. */
  'page.hello': { request: { page: string; host: string }; answer: HelloAnswer };
  /** Text of the article, in parts; answered with mentions after the last part. */
  'page.text': { request: PageTextRequest; answer: PageAnswer };
  /** There is a mark to draw in elements of these kinds: style the page's own highlight names there. */
  'page.style': {
    request: { light: string; dark: string; lightActive: string; darkActive: string; elements: readonly string[] };
    answer: StyledKinds;
  };
  /** The page does not look like an article. */
  'page.skip': { request: { page: string; article: ArticleInfo }; answer: null };
  /** A card that did not travel with the mentions. */
  'card.get': { request: { page: string; reference: Reference }; answer: CardModel | null };
  /**
   * Hand something to the card's frame in the page's own tab; `null` only asks whether it is there. Answers whether the
   * frame took it. By way of the background, because a frame in a page hears neither ports nor `runtime` messages of a
   * content script in Firefox (measured), and everything else a page could listen to.
   */
  'card.show': { request: { token: string; input: CardInput | null }; answer: boolean };
  /** The options of "Which one?". */
  'card.choices': { request: { page: string; references: readonly Reference[]; surface: string }; answer: ChoiceModel };
}

/** What the card's frame may ask for. */
interface CardMessages {
  /** Tell the content script of the frame's own tab what the reader did. */
  'card.output': { request: { token: string; output: CardOutput }; answer: null };
  /** Firefox: neither frame nor message can open the sidebar, so the panel opens as a window unless one follows. */
  'panel.open': { request: Record<string, never>; answer: { opened: 'sidebar' | 'window' } };
  /** An entry is damaged: the reader wants the packs checked. A frame in a page cannot open the options in Firefox. */
  'options.open': { request: Record<string, never>; answer: null };
  /** "Not it, always": the panel is to ask where. The card itself changes nothing. */
  'card.always': { request: { reference: Reference; surface: string }; answer: null };
}

/** What only our own pages may ask for. */
interface UiMessages {
  /**
   * Everything popup and panel show of a tab, for windows whose pages see another database (private, containers).
   * `heldBy`: the window whose panel is held on an article of that tab; -1 for what the tab shows.
   * `day`: an ISO date as of which the reader reads; `null` for the article's own.
   */
  'briefing.get': { request: { tabId: number; heldBy: number; day: string | null }; answer: PageStatus };
  /** What lies between two names of a tab's article, for the same windows; `null`: one of them is not known. */
  'pair.get': {
    request: { tabId: number; heldBy: number; names: PairNames; day: string | null };
    answer: PairModel | null;
  };
  /** Switch the site of a tab on or off; in a private window only until it closes. */
  'site.set': { request: { tabId: number; on: boolean }; answer: null };
  /** Take the switch of a tab's site back. */
  'site.reset': { request: { tabId: number }; answer: null };
  /** Start on this page alone, whatever holds for its site; false where the browser does not let us. */
  'site.once': { request: { tabId: number }; answer: boolean };
  /** Scroll the page to a mention of an entity and open its card, with the keyboard in it. */
  'card.open': { request: { tabId: number; reference: Reference }; answer: boolean };
  /** Brief the reader on a page that does not look like an article. */
  'page.insist': { request: { tabId: number }; answer: boolean };
  /** Scroll the page to a mention of an entity. */
  'page.reveal': { request: { tabId: number; reference: Reference; index: number }; answer: boolean };
  /** Jobs have been queued, changed or cancelled: the installer looks for what is due, readers look anew. */
  'packs.work': { request: Record<string, never>; answer: null };
  /**
   * Subscribe to the address of a pack, and ask it at once; `pack` is the one that is expected there. The page has the
   * permission for the host: it asked in the click.
   */
  'packs.subscribe': { request: { url: string; pack: PackId | null; isPrivate: boolean }; answer: CheckResult };
  /** Ask an address for a newer version now. */
  'packs.check': { request: { url: string }; answer: CheckResult | null };
  /** End a subscription; its pack stays. */
  'packs.unsubscribe': { request: { url: string }; answer: null };
  /** The reader does something about knowledge that is not as it should be; answered when it is done or has failed. */
  'knowledge.mend': { request: { action: MendAction }; answer: null };
  /** The reader corrects the as-of date of a tab's article; `null` returns to the page's own. */
  'page.date': { request: { tabId: number; day: string | null }; answer: boolean };
  /**
   * Brief the reader on a name: of the packs, or else, with consent, by a look-up. `item`: the one chosen among several.
   * A further request for the same tab ends the one before.
   */
  'brief.name': { request: { tabId: number; text: string; item: string | null }; answer: BriefAnswer };
  /** Search over everything that the packs know; `null`: nothing is installed yet. For windows that see another database. */
  'search.find': { request: SearchRequest; answer: SearchModel | null };
  /** The page of an entity or event, for the same; `null`: no pack has it (any more). */
  'entity.get': { request: EntityRequest; answer: EntityPageModel | null };
  /** Synchronise with the reader's folder now; `deletions` and `refill` are what they decided about what was held. */
  'sync.run': { request: { deletions: DeletionPolicy; refill: boolean }; answer: RunEnd };
  /** Put things back to how they were before a past state, the latest being 0. */
  'sync.undo': { request: { index: number }; answer: null };
  /** End a conflict: the version to keep, by its place; 0 is the one that is shown. */
  'sync.decide': { request: { id: string; version: number }; answer: null };
}

/**
 * What is the reader's own, for our own pages. `tabId`: of the tab in front, whose window may be private; -1 where the
 * asking page's own window decides.
 */
interface OwnMessages {
  /** `heldBy`: as for `briefing.get`. */
  'own.get': { request: { tabId: number; heldBy: number }; answer: OwnModel };
  /** Writes a record; answers with its id. */
  'own.put': { request: { tabId: number; record: OwnPut }; answer: string };
  /** Writes a note on what the packs know by a reference; without text there is none. */
  'own.note': { request: { tabId: number; reference: Reference; text: string }; answer: null };
  'own.remove': { request: { tabId: number; table: OwnTable; id: string }; answer: null };
  /** What is to be stored of a reference or, for `null`, of the tab's article. */
  'own.subject': { request: { tabId: number; reference: Reference | null }; answer: Subject | null };
  /** What the packs call so, with who that was on the article's day. */
  'own.find': { request: { tabId: number; heldBy: number; text: string }; answer: readonly FoundSubject[] };
  'history.get': { request: Record<string, never>; answer: HistoryModel };
  'history.choose': { request: { isOn: boolean; days: HistoryDays }; answer: null };
  /** Deletes the entry of an address, or, for `null`, all. */
  'history.forget': { request: { url: string | null }; answer: null };
  /** Erases everything that Sidelight keeps, and installs the packs anew. */
  'data.erase': { request: Record<string, never>; answer: null };
}

/** What the page tells that installs large sets of packs (Chromium). */
interface InstallMessages {
  /** How far it is. */
  'install.progress': { request: InstallProgress; answer: null };
  /** Other knowledge has become current; it may go on with more. */
  'install.changed': { request: Record<string, never>; answer: null };
  /** It has ended: the new packs are installed, or the old ones stand. Answers whether more is to be done by now. */
  'install.done': { request: { failed: boolean }; answer: boolean };
}

/** What every context tells when something goes wrong in it. */
interface ProblemMessages {
  /** Noted on this device, for the reader alone; while a private window is open, nothing is. */
  'problem.note': { request: Problem; answer: null };
  /** The reader wants none of them kept. */
  'problem.forget': { request: Record<string, never>; answer: null };
}

/** What the background tells a content script. */
export interface PageCommands {
  /** Settings or the site's switch changed. */
  'page.settings': { request: { settings: PageSettings }; answer: null };
  /** Scroll to the nth mention of an entity and show it. */
  'page.show': { request: { reference: Reference; index: number }; answer: boolean };
  /** Scroll to the first mention of an entity and open its card as a key does. */
  'page.open': { request: { reference: Reference }; answer: boolean };
  /** The reader wants this page read, whatever it looks like. */
  'page.force': { request: Record<string, never>; answer: boolean };
  /** The reader has changed the as-of date: send the text again. False where Sidelight does not run. */
  'page.again': { request: { asOf: AsOf | null }; answer: boolean };
  /** Cards that an answer with mentions was not to wait for. */
  'page.cards': { request: PageCards; answer: null };
  /**
   * Other knowledge has become current: send the text again. `unseen`: the reader looks at what is known of the page,
   * in a panel, though the page itself may not be seen.
   */
  'page.renew': { request: { unseen: boolean }; answer: null };
  /** What the reader did in the card's frame. */
  'card.output': { request: { token: string; output: CardOutput }; answer: null };
  /** Move to the next or previous name and open its card. */
  'page.step': { request: { by: 1 | -1 }; answer: boolean };
}

/** What the background hands to the card's frame. */
export interface CardDelivery {
  readonly type: 'card.input';
  readonly token: string;
  readonly input: CardInput | null;
}

export type Messages = ArticleMessages & CardMessages & UiMessages & OwnMessages & InstallMessages & ProblemMessages;
export type MessageType = keyof Messages;
export type RequestOf<T extends MessageType> = Messages[T]['request'];
export type AnswerOf<T extends MessageType> = Messages[T]['answer'];

/** Why a request was not answered. Error objects do not survive the channel; codes do. */
export type FailureCode = 'refused' | 'invalid' | 'unknown-type' | 'too-large' | 'busy' | 'failed';
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: FailureCode };

/** Who is asking, judged by the browser's own description of the sender. */
export type Surface = 'article' | 'card' | 'ui' | 'installer';
