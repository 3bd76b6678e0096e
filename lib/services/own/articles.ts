/** What is stored of an article. */
import * as v from 'valibot';
import type { ArticleSubject } from '../../model/own';
import { ARTICLE_SCHEMA } from '../../settings/own-schemas';
import { withoutFragment } from '../../text/address';
import type { PageState } from '../page-state';

/** `null` where there is no article, or none with an address of the web. */
export function toArticle(state: PageState | null): ArticleSubject | null {
  if (state?.status !== 'ready') return null;
  const { url, host, title, siteName, lang } = state.article;
  const { day, origin } = state.asOf;
  const subject = {
    kind: 'article',
    url: withoutFragment(url),
    host,
    title,
    siteName,
    lang,
    day: origin === 'none' ? null : day,
  };
  // It is the page's word.
  const parsed = v.safeParse(ARTICLE_SCHEMA, subject);
  return parsed.success ? parsed.output : null;
}
