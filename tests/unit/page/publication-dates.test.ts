/** The publication date of real pages, against their labels: what share gets a day, and how many of these are right. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../lib/cli/saved-page';

const PAGES = join(import.meta.dirname, '../../../../shared/pages');
const MISSING = 'needs ../shared/pages beside the project';

interface LabelledPage {
  readonly id: string;
  readonly source: string;
  readonly url: string;
  /** With or without a time; `null`: nobody has labelled it. */
  readonly date_gold: string | null;
  readonly file: string;
}

const hasPages = existsSync(join(PAGES, 'index.json'));
const pages: readonly LabelledPage[] = hasPages
  ? (JSON.parse(readFileSync(join(PAGES, 'index.json'), 'utf8')) as LabelledPage[])
  : [];

const readPage = ({ file }: LabelledPage): string => gunzipSync(readFileSync(join(PAGES, file))).toString('utf8');

it.skipIf(hasPages)(`the dates of real pages: ${MISSING}`, () => undefined);

describe.skipIf(!hasPages)('the day of real pages', () => {
  it.each([
    ['fundus', 0.97, 0.97],
    ['mediacloud', 0.85, 0.95],
  ])('is found on %s', (source, minRight, minPrecision) => {
    const labelled = pages.filter((page) => page.source === source && page.date_gold !== null);
    const read = labelled.map((page) => ({
      page: page.id,
      gold: page.date_gold?.slice(0, 10),
      day: readSavedPage(readPage(page), page.url).asOf?.day ?? null,
    }));
    const right = read.filter(({ day, gold }) => day === gold);
    const wrong = read.filter(({ day, gold }) => day !== null && day !== gold);
    const shares = { right: right.length / read.length, precision: right.length / (right.length + wrong.length) };
    expect(read.length).toBeGreaterThan(20);
    expect(shares.right, JSON.stringify(wrong)).toBeGreaterThanOrEqual(minRight);
    expect(shares.precision, JSON.stringify(wrong)).toBeGreaterThanOrEqual(minPrecision);
  });
});
