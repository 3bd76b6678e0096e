/**
 * What the listed states of the views (`*.examples.tsx`) are built from: models that the project's own builders made
 * from a pack and the sample articles, in one language.
 */
import type { ComponentChildren } from 'preact';
import type { EntityPageModel } from '../lib/briefing/entity-models';
import type { LookUpModel } from '../lib/briefing/look-up-models';
import type { PairModel } from '../lib/briefing/pair-models';
import type { SearchModel } from '../lib/briefing/search-models';
import type { BriefingModel, CardModel, ChoiceModel } from '../lib/briefing/view-models';
import type { Words } from '../lib/briefing/words';

/** What was looked up: for articles of about now and of ten years ago. */
export interface LookUpSamples {
  readonly person: { readonly recent: LookUpModel; readonly older: LookUpModel };
  readonly organisation: LookUpModel;
}

/** Names between which something lies, by the first step that holds it; `earlier`: as of 2015. */
export type PairSamples = Readonly<Record<'met' | 'byPosts' | 'byCountries' | 'oneCountry' | 'earlier', PairModel>>;

export interface Samples {
  readonly words: Words;
  /** By the name of the article. */
  readonly briefings: Readonly<Record<SampleArticle, BriefingModel>>;
  /** The first article, read as of the visit of 2015. */
  readonly movedTo2015: BriefingModel;
  readonly pairs: PairSamples;
  /** The card of an entity or event, by its id, in an article. */
  card(article: SampleArticle, id: string): CardModel;
  readonly choice: ChoiceModel;
  readonly lookUps: LookUpSamples;
  /** What is found of a text that is typed beside the first article. */
  search(typed: SampleQuery): SearchModel;
  /** The page of an entity or event, by its id, beside the first article. */
  page(id: SamplePage): EntityPageModel;
}

export const SAMPLE_QUERIES = ['nakat', '中谷', '안규', 'visit', 'Gen Nakatani', 'nobody at all'] as const;
export type SampleQuery = (typeof SAMPLE_QUERIES)[number];

export const SAMPLE_PAGES = [
  'person/gen-nakatani',
  'person/shigeru-ishiba',
  'person/shin-won-sik',
  'place/seoul',
  'org/japan-ministry-of-defense',
  'event/2018-12-20-radar-lock-on',
  'event/2025-11-01-koizumi-ahn-kuala-lumpur',
] as const;
export type SamplePage = (typeof SAMPLE_PAGES)[number];

export const SAMPLE_ARTICLES = ['talks2025', 'talks2015', 'radar2018', 'undated'] as const;
export type SampleArticle = (typeof SAMPLE_ARTICLES)[number];

/** One state of a view. */
export interface Example {
  readonly name: string;
  /** The page it is shown in, as its `body` is named; decides the width and the stylesheets. */
  readonly page: 'card' | 'sidepanel' | 'popup' | 'options' | 'welcome';
  readonly view: ComponentChildren;
  /** What is pressed once it is drawn: the labels of buttons, in the language shown, in order. */
  readonly press?: readonly string[];
}

/** Where an example needs a callback, nothing happens. */
export const nothing = (): void => undefined;
