/** What a page says of itself besides its text. */
import type { ArticleInfo } from '../model/article';
import { readableHost, withoutFragment } from '../text/address';
import { MAX_PAGE_FIELD_CHARS } from '../text/limits';
import { metaContent } from './metas';

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** The script most of a text is in, for pages that do not declare a language. */
function guessLanguage(text: string): string {
  if (/[\uac00-\ud7a3]/.test(text)) return 'ko';
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  return /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
}

export function readPageInfo(document: Document, article: Element | null, url: string): ArticleInfo {
  const headline = (article?.querySelector('h1') ?? document.querySelector('h1'))?.textContent?.trim();
  const title = headline || metaContent(document, '[property="og:title"]') || document.title.trim();
  const host = readableHost(url) ?? '';
  const declared = document.documentElement.getAttribute('lang') ?? '';
  return {
    url: withoutFragment(url).slice(0, MAX_PAGE_FIELD_CHARS),
    host,
    title: title.replace(/\s+/g, ' ').slice(0, MAX_PAGE_FIELD_CHARS),
    siteName: (metaContent(document, '[property="og:site_name"]') || host).slice(0, MAX_PAGE_FIELD_CHARS),
    lang: LANGUAGE.test(declared) ? (declared.split('-')[0] as string).toLowerCase() : guessLanguage(title),
  };
}
