/** Runs in the page of `react-page`: takes the article over, and renders it when told to. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot, type Root } from 'react-dom/client';
import { ReactArticle } from './react-article';

declare global {
  interface Window {
    complaints: string[];
    takeOver(): void;
    renderAgain(turn: number): void;
  }
}

window.complaints = [];
const complain = (error: unknown) => void window.complaints.push(String(error));
window.addEventListener('error', ({ message }) => complain(message));
console.error = (...told: unknown[]) => complain(told.join(' '));

let root: Root | null = null;

window.takeOver = () => {
  const options = { onRecoverableError: complain, onUncaughtError: complain };
  flushSync(() => {
    root = hydrateRoot(
      document.getElementById('root') as HTMLElement,
      createElement(ReactArticle, { turn: 0 }),
      options,
    );
  });
};

window.renderAgain = (turn) => flushSync(() => root?.render(createElement(ReactArticle, { turn })));
