/**
 * What the listed states of the views (`*.examples.tsx`) are built from: models that the project's own builders made
 * from a pack and the sample articles, in one language.
 */
import type { ComponentChildren } from 'preact';
import type { LookUpModel } from '../lib/briefing/look-up-models';
import type { BriefingModel, CardModel, ChoiceModel } from '../lib/briefing/view-models';
import type { Words } from '../lib/briefing/words';

/** What was looked up: for articles of about now and of ten years ago. */
export interface LookUpSamples {
  readonly person: { readonly recent: LookUpModel; readonly older: LookUpModel };
  readonly organisation: LookUpModel;
}

export interface Samples {
  readonly words: Words;
  /** By the name of the article. */
  readonly briefings: Readonly<Record<SampleArticle, BriefingModel>>;
  /** The card of an entity or event, by its id, in an article. */
  card(article: SampleArticle, id: string): CardModel;
  readonly choice: ChoiceModel;
  readonly lookUps: LookUpSamples;
}

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
