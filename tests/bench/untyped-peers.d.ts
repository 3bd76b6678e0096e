/** The two peers that come without types, as far as they are used. */

declare module 'ahocorasick' {
  class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Last unit of each occurrence with the keywords that end there. */
    search(text: string): [end: number, keywords: string[]][];
  }
  export = AhoCorasick;
}

declare module 'flashtext.js' {
  class KeywordProcessor {
    constructor(isCaseSensitive?: boolean);
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
  export = KeywordProcessor;
}
