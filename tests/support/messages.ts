/** One valid request of every type, and the senders that a browser may describe to the background. */
import type { MessageType, RequestOf } from '../../lib/messaging/contract';
import type { Identity } from '../../lib/messaging/router';
import type { PackId } from '../../lib/model/ids';
import { ref } from './build-facts';

const page = '0123456789abcdef0123456789abcdef';
const article = { url: 'https://news.example/a', host: 'news.example', title: 'A', siteName: 'News', lang: 'en' };
const asOf = { day: '2025-09-08', origin: 'json-ld', rival: { day: '2025-09-09', origin: 'url' } } as const;
const reference = ref('person/ito');
const somebody = {
  kind: 'record',
  reference,
  type: 'person',
  name: { en: 'Gen Ito' },
  sameAs: ['https://www.wikidata.org/entity/Q900000001'],
} as const;
const anArticle = { kind: 'article', ...article, day: null } as const;
const inAnyCard = { show: 3, tabId: 7, windowId: 1 };

/** A type that is added to the contract and has no sample here does not compile. */
export const SAMPLES: { readonly [T in MessageType]: readonly [RequestOf<T>, ...RequestOf<T>[]] } = {
  'page.hello': [{ page, host: 'news.example' }],
  'page.text': [
    {
      page,
      reading: 0,
      revision: 0,
      part: 0,
      of: 1,
      article,
      asOf,
      blocks: [{ id: 1, text: 'Gen Ito spoke.', kind: 'text', section: 0 }],
      removed: [2],
    },
    { page, reading: 1, revision: 1, part: 1, of: 2, article, asOf: null, blocks: [], removed: [] },
  ],
  'page.style': [
    {
      light: 'abcdefghi1',
      dark: 'abcdefghi2',
      lightActive: 'abcdefghi3',
      darkActive: 'abcdefghi4',
      elements: ['p', 'news-text', '*'],
    },
  ],
  'page.skip': [{ page, article }],
  'card.get': [{ page, reference }],
  'card.show': [
    { token: page, input: null },
    { token: page, input: { kind: 'card', ...inAnyCard, model: { reference } as never } },
    { token: page, input: { kind: 'choice', ...inAnyCard, model: { surface: 'Kim', options: [] } } },
    { token: page, input: { kind: 'loading', ...inAnyCard, name: 'Ito' } },
    { token: page, input: { kind: 'missing', ...inAnyCard, name: 'Ito' } },
    { token: page, input: { kind: 'focus', ...inAnyCard } },
  ],
  'card.choices': [{ page, references: [reference], surface: 'Kim' }],
  'card.output': [
    { token: page, output: { type: 'height', show: 3, px: 120.5 } },
    { token: page, output: { type: 'close' } },
    { token: page, output: { type: 'pin', pinned: true } },
    { token: page, output: { type: 'not-it' } },
    { token: page, output: { type: 'undo' } },
    { token: page, output: { type: 'choose', reference } },
    { token: page, output: { type: 'pointer', inside: true } },
  ],
  'panel.open': [{}],
  'options.open': [{}],
  'briefing.get': [
    { tabId: 7, heldBy: -1, day: null },
    { tabId: 7, heldBy: 3, day: '2015-10-20' },
  ],
  'pair.get': [
    { tabId: 7, heldBy: -1, names: [reference, ref('person/abe')], day: null },
    { tabId: 7, heldBy: -1, names: [reference, ref('person/abe')], day: '2015-10-20' },
  ],
  'site.set': [
    { tabId: 7, on: false },
    { tabId: 2_147_483_647, on: true },
  ],
  'site.reset': [{ tabId: 7 }],
  'page.reveal': [{ tabId: 7, reference, index: 0 }],
  'site.once': [{ tabId: 7 }],
  'card.open': [{ tabId: 7, reference }],
  'page.insist': [{ tabId: 7 }],
  'page.date': [
    { tabId: 7, day: '2025-09-08' },
    { tabId: 7, day: null },
  ],
  'brief.name': [
    { tabId: 7, text: 'Mira Aldane', item: null },
    { tabId: -1, text: 'Jon Brae', item: 'Q900000002' },
  ],
  'search.find': [
    { text: 'nakat', asOf, beside: [reference], lang: 'en' },
    { text: '', asOf: null, beside: [], lang: 'ko' },
  ],
  'entity.get': [{ reference, asOf, beside: [reference], lang: 'ja' }],
  'sync.run': [
    { deletions: 'ask', refill: false },
    { deletions: 'keep', refill: true },
  ],
  'sync.undo': [{ index: 0 }],
  'sync.decide': [{ id: 'notes/n1', version: 1 }],
  'card.always': [{ reference, surface: 'Kim' }],
  'own.get': [
    { tabId: 7, heldBy: 3 },
    { tabId: -1, heldBy: -1 },
  ],
  'own.put': [
    { tabId: 7, record: { table: 'pins', value: { subject: somebody, at: 1 } } },
    { tabId: 7, record: { table: 'notes', value: { subject: anArticle, text: 'Ask about the date.', at: 1 } } },
    { tabId: 7, record: { table: 'names', value: { text: 'Kimchan', means: somebody, at: 1 } } },
    {
      tabId: -1,
      record: {
        table: 'names',
        value: { text: 'Readers', means: { kind: 'own', title: 'Book club', sentence: 'Meets on Thursdays.' }, at: 1 },
      },
    },
    {
      tabId: 7,
      record: {
        table: 'rules',
        value: {
          form: 'Kim',
          subject: somebody,
          scope: { kind: 'site', host: 'news.example' },
          instead: somebody,
          at: 1,
        },
      },
    },
  ],
  'own.note': [{ tabId: 7, reference, text: 'Ask about the date.' }],
  'own.remove': [{ tabId: 7, table: 'pins', id: reference }],
  'own.subject': [
    { tabId: 7, reference },
    { tabId: 7, reference: null },
  ],
  'own.find': [{ tabId: 7, heldBy: -1, text: 'Kim' }],
  'history.get': [{}],
  'history.choose': [
    { isOn: true, days: 30 },
    { isOn: false, days: 0 },
  ],
  'history.forget': [{ url: 'https://news.example/a' }, { url: null }],
  'data.erase': [{}],
  'problem.forget': [{}],
  'problem.note': [
    { what: 'the packs cannot be read', kind: 'UnknownError', places: ['popup.js:1:2345'] },
    { what: '', kind: '', places: [] },
  ],
  'install.progress': [{ done: 62_000, total: 90_000 }],
  'packs.subscribe': [{ url: 'https://packs.example.org/a.jsonl', pack: 'a' as PackId, isPrivate: true }],
  'packs.check': [{ url: 'https://packs.example.org/a.jsonl' }],
  'packs.unsubscribe': [{ url: 'https://packs.example.org/a.jsonl' }],
  'packs.work': [{}],
  'knowledge.mend': [{ action: 'retry' }, { action: 'start-afresh' }, { action: 'restore' }, { action: 'dismiss' }],
  'install.changed': [{}],
  'install.done': [{ failed: false }, { failed: true }],
};

/** Paths of fields that a schema does not look into, and says why. */
export const OPAQUE: ReadonlySet<string> = new Set(['input.model']);

export const IDENTITY: Identity = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
};

export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly origin?: string;
  readonly tab?: never;
  readonly frameId?: number;
  readonly documentId?: string;
  readonly documentLifecycle?: string;
}

const { id, origin } = IDENTITY;
const tab = { id: 7, windowId: 1, incognito: false } as never;
const web = { url: 'https://news.example/a', origin: 'https://news.example' };

/** Who asks from where they belong. */
export const SENDERS = {
  article: { id, ...web, tab, frameId: 0, documentId: 'd1', documentLifecycle: 'active' },
  card: { id, url: `${origin}/card.html#${page}`, origin, tab, frameId: 9 },
  ui: { id, url: `${origin}/popup.html`, origin },
  installer: { id, url: `${origin}/offscreen.html`, origin },
} as const satisfies Record<string, Sender>;

/** The same, as described by a browser that leaves out what it may, or from another place that is theirs. */
export const OTHER_SENDERS: readonly (readonly [who: string, surface: keyof typeof SENDERS, sender: Sender])[] = [
  ['a page that is being prerendered', 'article', { ...SENDERS.article, frameId: 31, documentLifecycle: 'prerender' }],
  ['a content script without an origin', 'article', { id, url: web.url, tab, frameId: 0 }],
  ['a card without an origin', 'card', { id, url: SENDERS.card.url, tab, frameId: 9 }],
  ['a panel without an origin', 'ui', { id, url: `${origin}/sidepanel.html`, frameId: 0 }],
  ['our own page in a tab', 'ui', { id, url: `${origin}/welcome.html?x#y`, origin, tab, frameId: 0 }],
];

/** Nobody of ours, or where nobody of ours belongs. */
export const STRANGERS: readonly (readonly [who: string, sender: Sender])[] = [
  ['another extension', { ...SENDERS.article, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
  ['another extension with our address', { ...SENDERS.ui, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
  ['nobody', {}],
  ['a sender without an id', { ...web, tab, frameId: 0 }],
  ['a page in a frame', { ...SENDERS.article, frameId: 4 }],
  ['a content script outside any tab', { id, ...web, frameId: 0 }],
  ['a renderer that claims our address', { id, url: `${origin}/popup.html`, origin: web.origin, tab, frameId: 0 }],
  ['a renderer that claims the card’s address', { ...SENDERS.card, origin: web.origin }],
  ['a renderer with an opaque origin and our address', { ...SENDERS.card, origin: 'null' }],
  ['our origin at a foreign address', { id, url: web.url, origin, tab, frameId: 0 }],
  ['our origin without an address', { id, origin }],
  ['an address that only begins like ours', { id, url: `${origin}.evil.example/popup.html`, origin }],
  ['our popup in a page’s frame', { ...SENDERS.ui, tab, frameId: 3 }],
  ['the installer in a tab', { ...SENDERS.installer, tab, frameId: 0 }],
  ['a renderer that claims the installer’s address', { ...SENDERS.installer, origin: web.origin }],
  ['a card outside any tab', { id, url: SENDERS.card.url, origin }],
];
