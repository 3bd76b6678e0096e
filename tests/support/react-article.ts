/** The article of `react-page`: what it says, and in which elements, depends on how often it was rendered. */
import { createElement, type ReactNode } from 'react';

const SENTENCE =
  'The two ministers spoke about the exercises of the coming year, about the sea between their countries and about what their staffs should settle before they meet again. ';

export function ReactArticle({ turn }: { readonly turn: number }): ReactNode {
  const name = turn % 2 === 0 ? 'Gen Nakatani' : 'Ahn Gyu-back';
  const paragraphs = Array.from({ length: 3 + (turn % 4) }, (_, i) =>
    createElement(
      'p',
      // A new key every third time: React makes the element anew.
      { key: `${i}-${turn % 3 === 0 ? turn : 0}` },
      i === 0 ? createElement('b', null, name) : `Paragraph ${i} of turn ${turn}. `,
      i === 0 ? ` came to Seoul, and this is turn ${turn}. ` : name,
      ` ${SENTENCE}`,
    ),
  );
  return createElement('article', null, createElement('h1', null, `Turn ${turn}`), ...paragraphs);
}
