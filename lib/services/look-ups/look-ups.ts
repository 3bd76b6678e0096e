/**
 * Live look-ups: what a name may mean, and what Wikidata and Wikipedia say of one thing, turned into records. Nothing is
 * asked without consent; what was answered is kept for a week; what went wrong is never kept.
 */
import * as v from 'valibot';
import type { InterfaceLanguage, LanguageTag, Localized } from '../../model/localized';
import { MAX_NAME_CHARS, MAX_TEXT_CHARS } from '../../packs/limits';
import { ITEM_ANSWER, isItem, LABELS, SEARCH, SUMMARY, type WikidataItem } from '../../packs/wikimedia/answers';
import type { LookedUp, SearchHit } from '../../packs/wikimedia/looked-up';
import { languageOfName } from '../../packs/wikimedia/name-language';
import { plainText } from '../../packs/wikimedia/plain-text';
import { postsOf } from '../../packs/wikimedia/positions';
import {
  itemUrl,
  labelsUrl,
  MAX_ITEMS,
  searchUrl,
  summaryUrl,
  type WikimediaEndpoints,
} from '../../packs/wikimedia/requests';
import { labelOf, summaryOf, toRecords } from '../../packs/wikimedia/to-records';
import { foldName } from '../../text/fold';
import { LookUpError, type LookUpProblem } from './look-up-error';
import { createPoliteClient, type PoliteClientPorts } from './polite-client';
import type { LookUpCache } from './ports';

export interface LookUpPorts extends PoliteClientPorts {
  readonly endpoints: WikimediaEndpoints;
  readonly cache: LookUpCache;
  /** Whether the reader has agreed, and the browser lets us. */
  readonly mayAsk: () => Promise<boolean>;
  /** `2026-11-25`, in the reader's own calendar. */
  readonly today: () => string;
}

interface Asked {
  readonly lang: InterfaceLanguage;
  /** Of a private window: nothing is kept, and nothing that was kept is used. */
  readonly isPrivate: boolean;
}

export interface NameQuery extends Asked {
  readonly name: string;
  readonly articleLang: LanguageTag | null;
}

/** What is known of one thing; `withoutSummary`: why Wikipedia's part is missing, where it should be there. */
export interface Found {
  readonly found: LookedUp;
  readonly withoutSummary: LookUpProblem | null;
}

/** Each rejects with a `LookUpError`. */
export interface LookUps {
  /** What a name may mean, the best first; none when nothing is called so. */
  search(query: NameQuery, signal: AbortSignal): Promise<readonly SearchHit[]>;
  /** What is said of an item; `null` when nothing can be said. */
  read(item: string, asked: Asked, signal: AbortSignal): Promise<Found | null>;
  /** Consent is gone: ends what is under way and erases what was kept. */
  stop(): Promise<void>;
}

/** A week (T103). */
const KEEP_MS = 7 * 24 * 60 * 60 * 1_000;
/** Raise when what is kept changes its form. */
const FORMAT = 1;
const MAX_SEARCH_BYTES = 256 * 1024;
/** Room for items with thousands of statements: all of them come along. */
const MAX_ITEM_BYTES = 6 * 1024 * 1024;
const MAX_LABELS_BYTES = 1024 * 1024;
const MAX_SUMMARY_BYTES = 256 * 1024;

export function createLookUps(ports: LookUpPorts): LookUps {
  const { endpoints, cache, clock, mayAsk, today } = ports;
  const send = createPoliteClient(ports);
  let consented = new AbortController();

  /** An answer that fits its schema; `null` when the server has no such page. */
  async function get<T extends v.GenericSchema>(
    schema: T,
    url: string,
    maxBytes: number,
    { isPrivate }: Asked,
    signal: AbortSignal,
  ): Promise<v.InferOutput<T> | null> {
    if (!(await mayAsk())) throw new LookUpError('off', 'not consented to');
    const answer = await send({ url, maxBytes, isPrivate, signal });
    if (answer === null) return null;
    const parsed = v.safeParse(schema, answer.json);
    if (!parsed.success) throw new LookUpError('unexpected', `does not fit: ${v.getDotPath(parsed.issues[0])}`);
    return parsed.output;
  }

  /** What is kept under a key, or what the work answers; kept as well, where it may be. */
  async function kept<T>(
    key: string,
    { isPrivate }: Asked,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<{ readonly value: T; readonly keep: boolean }>,
  ): Promise<T> {
    const current = consented.signal;
    const either = AbortSignal.any([signal, current]);
    if (!(await mayAsk())) {
      // Whoever took the consent away may have found nobody awake to erase it.
      await cache.clear();
      throw new LookUpError('off', 'not consented to');
    }
    const known = isPrivate ? null : await cache.get(key, clock.now()).catch(() => null);
    if (known !== null && known !== undefined) return known as T;
    const { value, keep } = await work(either);
    if (either.aborted) throw new LookUpError('aborted', 'not wanted any more');
    // A full disk costs the next reader a request, and this one nothing.
    if (keep && !isPrivate) await cache.put(key, value, clock.now(), clock.now() + KEEP_MS).catch(() => undefined);
    if (current.aborted) throw new LookUpError('aborted', 'consent was taken away');
    return value;
  }

  async function titlesOf(
    posts: readonly string[],
    asked: Asked,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Localized>> {
    if (posts.length === 0) return new Map();
    const answer = await get(LABELS, labelsUrl(endpoints, posts), MAX_LABELS_BYTES, asked, signal);
    return new Map(
      Object.values(answer?.entities ?? {}).flatMap(({ id, labels }) => {
        const title = labelOf(labels);
        return Object.keys(title).length > 0 ? [[id, title] as const] : [];
      }),
    );
  }

  /** The page in the reader's language, or else in English; a failure here costs no more than the page. */
  async function summarise(
    item: WikidataItem,
    asked: Asked,
    retrieved: string,
    signal: AbortSignal,
  ): Promise<{ summary: Exclude<ReturnType<typeof summaryOf>, string> | null; problem: LookUpProblem | null }> {
    const lang = item.sitelinks[`${asked.lang}wiki`] ? asked.lang : 'en';
    const title = item.sitelinks[`${lang}wiki`]?.title;
    if (title === undefined) return { summary: null, problem: null };
    try {
      const answer = await get(SUMMARY, summaryUrl(endpoints, lang, title), MAX_SUMMARY_BYTES, asked, signal);
      const summary = answer && summaryOf(answer, item.id, lang, retrieved);
      if (summary === null || summary === 'no-text') return { summary: null, problem: null };
      if (typeof summary === 'string') throw new LookUpError('unexpected', summary);
      return { summary, problem: null };
    } catch (error) {
      if (!(error instanceof LookUpError) || error.problem === 'aborted' || error.problem === 'off') throw error;
      if (error.problem !== 'offline') console.warn('Sidelight: Wikipedia’s part of a look-up is missing', error);
      return { summary: null, problem: error.problem };
    }
  }

  return {
    search(query, signal) {
      const { name, lang, articleLang } = query;
      const written = languageOfName(name, lang, articleLang);
      return kept(`${FORMAT} search ${written} ${lang} ${foldName(name)}`, query, signal, async (either) => {
        const url = searchUrl(endpoints, { name, lang: written, uselang: lang });
        const answer = await get(SEARCH, url, MAX_SEARCH_BYTES, query, either);
        if (answer === null) throw new LookUpError('unexpected', 'status 404');
        return { value: answer.search.flatMap((hit) => toHit(hit, lang) ?? []), keep: true };
      });
    },

    async read(item, asked, signal) {
      if (!isItem(item)) throw new LookUpError('unexpected', `${item} is no item`);
      // Without a summary that should be there it is not kept: the next time may have it.
      return kept<Found | null>(`${FORMAT} item ${asked.lang} ${item}`, asked, signal, async (either) => {
        const retrieved = today();
        const answer = await get(ITEM_ANSWER, itemUrl(endpoints, item), MAX_ITEM_BYTES, asked, either);
        // A merged item comes under its new number.
        const [entity] = Object.values(answer?.entities ?? {});
        if (!entity || entity.missing !== undefined) return { value: null, keep: false };
        // Another host, while this one has its pause.
        const { summary, problem } = await summarise(entity, asked, retrieved, either);
        const posts = postsOf(entity.claims.P39 ?? []).slice(-MAX_ITEMS);
        const titles = await titlesOf(posts, asked, either);
        const found = toRecords(entity, titles, summary, { lang: asked.lang, retrieved });
        return { value: found && { found, withoutSummary: problem }, keep: found !== null && problem === null };
      });
    },

    async stop() {
      consented.abort();
      consented = new AbortController();
      await cache.clear();
    },
  };
}

function toHit(hit: v.InferOutput<typeof SEARCH>['search'][number], lang: InterfaceLanguage): SearchHit | null {
  const text = plainText(hit.display?.label?.value ?? hit.label ?? hit.match.text, MAX_NAME_CHARS);
  const matched = plainText(hit.match.text, MAX_NAME_CHARS);
  if (text === null || matched === null) return null;
  const description = plainText(hit.display?.description?.value ?? hit.description, MAX_TEXT_CHARS);
  return {
    item: hit.id,
    label: { text, lang: hit.display?.label?.language ?? lang },
    description: description === null ? null : { text: description, lang: hit.display?.description?.language ?? lang },
    matched,
  };
}
