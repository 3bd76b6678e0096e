/** Material that is not in the project: the flagship article and its labels, read from beside it where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../../shared');

/** True where the shared material lies beside the project. Tests that need it say so when it does not. */
export const hasShared = existsSync(join(SHARED, 'article/article.html'));
export const MISSING = 'needs ../shared/article beside the project';

/** Where the raw inputs of the world packs lie; `null` where they are not there. */
export const SOURCES: string | null = existsSync(join(SHARED, 'sources/factbook.json.gz'))
  ? join(SHARED, 'sources')
  : null;

export const readShared = (path: string): string => readFileSync(join(SHARED, path), 'utf8');

/** Where the flagship article is served in the tests. */
export const FLAGSHIP = 'https://www.japantimes.co.jp/news/2025/09/08/japan/politics/flagship/';
/** The same subject in our own words. */
export const SAMPLE = 'https://www.japantimes.co.jp/news/2025/09/08/japan/nakatani-seoul-talks';
