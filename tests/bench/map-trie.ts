/**
 * The honest baseline: what a good programmer writes in an afternoon. A trie of Maps, walked from every place where a
 * name may begin; the leftmost, and of these the longest. Exact text only: it folds nothing and knows no case rule.
 */
import { DIGIT, LATIN, LETTER, MARK, scriptClass } from '../../lib/text/scripts';

interface Node {
  readonly next: Map<number, Node>;
  isName: boolean;
}

/** 1 for units of words, so that looking costs nothing. */
function wordUnits(): Uint8Array {
  const word: readonly number[] = [LATIN, DIGIT, LETTER, MARK];
  return Uint8Array.from({ length: 0x10000 }, (_, unit) => (word.includes(scriptClass(unit)) ? 1 : 0));
}

export class MapTrie {
  readonly #root: Node = { next: new Map(), isName: false };
  readonly #isWord = wordUnits();

  constructor(names: readonly string[]) {
    for (const name of names) {
      let node = this.#root;
      for (let i = 0; i < name.length; i++) {
        const unit = name.charCodeAt(i);
        let next = node.next.get(unit);
        if (!next) {
          next = { next: new Map(), isName: false };
          node.next.set(unit, next);
        }
        node = next;
      }
      node.isName = true;
    }
  }

  /** Start and end of each match, in turn. */
  find(text: string): number[] {
    const isWord = this.#isWord;
    const found: number[] = [];
    const isInside = (at: number) =>
      at > 0 && at < text.length && isWord[text.charCodeAt(at - 1)] === 1 && isWord[text.charCodeAt(at)] === 1;
    for (let start = 0; start < text.length; ) {
      let longest = 0;
      if (!isInside(start)) {
        let node: Node | undefined = this.#root;
        for (let at = start; at < text.length; ) {
          node = node.next.get(text.charCodeAt(at++));
          if (!node) break;
          if (node.isName && !isInside(at)) longest = at;
        }
      }
      if (longest === 0) start++;
      else {
        found.push(start, longest);
        start = longest;
      }
    }
    return found;
  }
}
