/** Runtime schemas of every request. What does not fit is refused before any handler sees it. */
import * as v from 'valibot';
import { HISTORY_DAYS } from '../briefing/own-models';
import { DATE_ORIGINS } from '../model/article';
import { isPackId, type PackId, parseReference, type Reference } from '../model/ids';
import { INTERFACE_LANGUAGES } from '../model/localized';
import { OWN_TABLES, type OwnPut } from '../model/own';
import { MAX_LINK_CHARS } from '../packs/limits';
import type { CardInput, CardOutput } from '../services/exchange';
import { MAX_NOTE_CHARS, OWN_SCHEMAS } from '../settings/own-schemas';
import { parseEdtf } from '../text/edtf';
import {
  MAX_BESIDE,
  MAX_BLOCK_CHARS,
  MAX_ERROR_NAME_CHARS,
  MAX_PAGE_BLOCKS,
  MAX_PAGE_FIELD_CHARS,
  MAX_PAGE_PARTS,
  MAX_PROBLEM_CHARS,
  MAX_PROBLEM_PLACES,
  MAX_STYLED_ELEMENTS,
} from '../text/limits';
import type { Messages, MessageType, Surface } from './contract';

const field = v.pipe(v.string(), v.maxLength(MAX_PAGE_FIELD_CHARS));
const pageId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]*$/));
/** Ids of tabs and windows: Chromium draws them at random from the whole range of 32-bit integers (seen: 1,738,527,793). */
const browserId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** -1: the browser has told none. */
const browserIdOrNone = v.pipe(v.number(), v.safeInteger(), v.minValue(-1));
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((text) => parseEdtf(text) !== null),
);
const reference = v.custom<Reference>(
  (value) => typeof value === 'string' && value.length <= 200 && parseReference(value) !== null,
);

/** Judged by whoever asks it; here it is only no longer than an address may be. */
const address = v.pipe(v.string(), v.maxLength(MAX_LINK_CHARS));
const packId = v.custom<PackId>((value) => typeof value === 'string' && isPackId(value));

const asOf = v.strictObject({
  day,
  origin: v.picklist(DATE_ORIGINS),
  rival: v.exactOptional(v.strictObject({ day, origin: v.picklist(DATE_ORIGINS) })),
});
/** How the panel reads: as of which day, beside which names, in which language. */
const reading = {
  asOf: v.nullable(asOf),
  beside: v.pipe(v.array(reference), v.maxLength(MAX_BESIDE)),
  lang: v.picklist(INTERFACE_LANGUAGES),
};
const article = v.strictObject({
  url: field,
  host,
  title: field,
  siteName: field,
  lang: v.pipe(v.string(), v.maxLength(35)),
});
const block = v.strictObject({
  id: ordinal,
  text: v.pipe(v.string(), v.maxLength(MAX_BLOCK_CHARS)),
  kind: v.picklist(['headline', 'subhead', 'text', 'quote', 'caption', 'credit', 'byline', 'list']),
  section: ordinal,
});
const inAnyCard = {
  show: ordinal,
  tabId: browserIdOrNone,
  windowId: browserIdOrNone,
};
/** Not looked into: the background only passes a model on, to a frame in the sender's own tab, which trusts none. */
const model = v.custom<never>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
const cardInput: v.GenericSchema<unknown, CardInput> = v.variant('kind', [
  v.strictObject({ kind: v.literal('card'), ...inAnyCard, model }),
  v.strictObject({ kind: v.literal('choice'), ...inAnyCard, model }),
  v.strictObject({ kind: v.literal('loading'), ...inAnyCard, name: field }),
  v.strictObject({ kind: v.literal('missing'), ...inAnyCard, name: field }),
  v.strictObject({ kind: v.literal('focus'), ...inAnyCard }),
]);
const cardOutput: v.GenericSchema<unknown, CardOutput> = v.variant('type', [
  v.strictObject({
    type: v.literal('height'),
    show: ordinal,
    px: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  }),
  v.strictObject({ type: v.literal('close') }),
  v.strictObject({ type: v.literal('pin'), pinned: v.boolean() }),
  v.strictObject({ type: v.literal('not-it') }),
  v.strictObject({ type: v.literal('undo') }),
  v.strictObject({ type: v.literal('choose'), reference }),
  v.strictObject({ type: v.literal('pointer'), inside: v.boolean() }),
]);
const ownPut: v.GenericSchema<unknown, OwnPut> = v.variant('table', [
  v.strictObject({ table: v.literal('pins'), value: OWN_SCHEMAS.pins }),
  v.strictObject({ table: v.literal('notes'), value: OWN_SCHEMAS.notes }),
  v.strictObject({ table: v.literal('names'), value: OWN_SCHEMAS.names }),
  v.strictObject({ table: v.literal('rules'), value: OWN_SCHEMAS.rules }),
]);
/** Three addresses and names with what stands between them, at most. */
const ownId = v.pipe(v.string(), v.minLength(1), v.maxLength(3 * MAX_PAGE_FIELD_CHARS));
/** Names of highlights become CSS identifiers: nothing but letters and digits may pass. */
const highlightName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{8,40}$/));

/** Names of elements become selectors: nothing else may pass, whatever HTML allows besides. */
const elementName = v.pipe(v.string(), v.regex(/^(?:\*|[a-z][a-z0-9-]{0,40})$/));

type Schemas = { [T in MessageType]: v.GenericSchema<unknown, Messages[T]['request']> };

export const REQUEST_SCHEMAS: Schemas = {
  'page.hello': v.strictObject({ page: pageId, host }),
  'page.text': v.strictObject({
    page: pageId,
    reading: ordinal,
    revision: ordinal,
    part: ordinal,
    of: v.pipe(ordinal, v.minValue(1), v.maxValue(MAX_PAGE_PARTS)),
    article,
    asOf: v.nullable(asOf),
    blocks: v.pipe(v.array(block), v.maxLength(MAX_PAGE_BLOCKS)),
    removed: v.pipe(v.array(ordinal), v.maxLength(MAX_PAGE_BLOCKS)),
  }),
  'page.style': v.strictObject({
    light: highlightName,
    dark: highlightName,
    lightActive: highlightName,
    darkActive: highlightName,
    elements: v.pipe(v.array(elementName), v.minLength(1), v.maxLength(MAX_STYLED_ELEMENTS)),
  }),
  'page.skip': v.strictObject({ page: pageId, article }),
  'card.get': v.strictObject({ page: pageId, reference }),
  'card.show': v.strictObject({ token: pageId, input: v.nullable(cardInput) }),
  'card.output': v.strictObject({ token: pageId, output: cardOutput }),
  'card.choices': v.strictObject({
    page: pageId,
    references: v.pipe(v.array(reference), v.maxLength(8)),
    surface: v.pipe(v.string(), v.maxLength(300)),
  }),
  'panel.open': v.strictObject({}),
  'options.open': v.strictObject({}),
  'briefing.get': v.strictObject({ tabId: browserId, heldBy: browserIdOrNone, day: v.nullable(day) }),
  'pair.get': v.strictObject({
    tabId: browserId,
    heldBy: browserIdOrNone,
    names: v.strictTuple([reference, reference]),
    day: v.nullable(day),
  }),
  'site.set': v.strictObject({ tabId: browserId, on: v.boolean() }),
  'site.reset': v.strictObject({ tabId: browserId }),
  'site.once': v.strictObject({ tabId: browserId }),
  'card.open': v.strictObject({ tabId: browserId, reference }),
  'page.insist': v.strictObject({ tabId: browserId }),
  'page.reveal': v.strictObject({ tabId: browserId, reference, index: ordinal }),
  'page.date': v.strictObject({ tabId: browserId, day: v.nullable(day) }),
  'packs.work': v.strictObject({}),
  'packs.subscribe': v.strictObject({ url: address, pack: v.nullable(packId), isPrivate: v.boolean() }),
  'packs.check': v.strictObject({ url: address }),
  'packs.unsubscribe': v.strictObject({ url: address }),
  'knowledge.mend': v.strictObject({ action: v.picklist(['retry', 'start-afresh', 'restore', 'dismiss']) }),
  'brief.name': v.strictObject({
    tabId: browserIdOrNone,
    text: field,
    item: v.nullable(v.pipe(v.string(), v.regex(/^Q[1-9]\d{0,14}$/))),
  }),
  'search.find': v.strictObject({ text: field, ...reading }),
  'entity.get': v.strictObject({ reference, ...reading }),
  'sync.run': v.strictObject({ deletions: v.picklist(['ask', 'delete', 'keep']), refill: v.boolean() }),
  'sync.undo': v.strictObject({ index: ordinal }),
  'sync.decide': v.strictObject({ id: v.pipe(v.string(), v.maxLength(4_200)), version: ordinal }),
  'card.always': v.strictObject({ reference, surface: v.pipe(v.string(), v.maxLength(300)) }),
  'own.get': v.strictObject({ tabId: browserIdOrNone, heldBy: browserIdOrNone }),
  'own.put': v.strictObject({ tabId: browserIdOrNone, record: ownPut }),
  'own.note': v.strictObject({
    tabId: browserIdOrNone,
    reference,
    text: v.pipe(v.string(), v.maxLength(MAX_NOTE_CHARS)),
  }),
  'own.remove': v.strictObject({ tabId: browserIdOrNone, table: v.picklist(OWN_TABLES), id: ownId }),
  'own.subject': v.strictObject({ tabId: browserIdOrNone, reference: v.nullable(reference) }),
  'own.find': v.strictObject({ tabId: browserIdOrNone, heldBy: browserIdOrNone, text: field }),
  'history.get': v.strictObject({}),
  'history.choose': v.strictObject({ isOn: v.boolean(), days: v.picklist(HISTORY_DAYS) }),
  'history.forget': v.strictObject({ url: v.nullable(v.pipe(field, v.regex(/^https?:\/\//))) }),
  'data.erase': v.strictObject({}),
  'install.progress': v.strictObject({ done: ordinal, total: ordinal }),
  'install.changed': v.strictObject({}),
  'install.done': v.strictObject({ failed: v.boolean() }),
  'problem.forget': v.strictObject({}),
  'problem.note': v.strictObject({
    what: v.pipe(v.string(), v.maxLength(MAX_PROBLEM_CHARS)),
    kind: v.pipe(v.string(), v.maxLength(MAX_ERROR_NAME_CHARS), v.regex(/^\w*$/)),
    places: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[\w.-]{1,80}\.js:\d{1,7}:\d{1,7}$/))),
      v.maxLength(MAX_PROBLEM_PLACES),
    ),
  }),
};

/** Which surface may send which message: the router's table, tested type by type. */
export const ALLOWED: { readonly [T in MessageType]: readonly Surface[] } = {
  'page.hello': ['article', 'ui'],
  'page.text': ['article', 'ui'],
  'page.style': ['article'],
  'page.skip': ['article', 'ui'],
  'card.get': ['article', 'ui'],
  'card.show': ['article', 'ui'],
  'card.output': ['card'],
  'card.choices': ['article', 'ui'],
  'panel.open': ['card', 'ui'],
  'options.open': ['card'],
  'briefing.get': ['ui'],
  'pair.get': ['ui'],
  'site.set': ['ui'],
  'site.reset': ['ui'],
  'site.once': ['ui'],
  'card.open': ['ui'],
  'page.insist': ['ui'],
  'page.reveal': ['ui'],
  'page.date': ['ui'],
  'packs.work': ['ui'],
  'packs.subscribe': ['ui'],
  'packs.check': ['ui'],
  'packs.unsubscribe': ['ui'],
  'knowledge.mend': ['ui'],
  'brief.name': ['ui'],
  'search.find': ['ui'],
  'entity.get': ['ui'],
  'sync.run': ['ui'],
  'sync.undo': ['ui'],
  'sync.decide': ['ui'],
  'card.always': ['card'],
  'own.get': ['ui'],
  'own.put': ['ui'],
  'own.note': ['ui'],
  'own.remove': ['ui'],
  'own.subject': ['ui'],
  'own.find': ['ui'],
  'history.get': ['ui'],
  'history.choose': ['ui'],
  'history.forget': ['ui'],
  'data.erase': ['ui'],
  'install.progress': ['installer'],
  'install.changed': ['installer'],
  'install.done': ['installer'],
  'problem.forget': ['ui'],
  'problem.note': ['article', 'card', 'ui', 'installer'],
};
