/** The card's page, shown in a frame: draws what the content script hands over, and tells it what the reader does. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/card/card.css';
import { listenAsCard, tell } from '../../lib/messaging/client';
import { tellProblems } from '../../lib/messaging/tell-problems';
import type { CardOutput } from '../../lib/services/exchange';
import { useReader } from '../../lib/ui/use-reader';
import { CardView, type ShownInput } from './CardView';

const token = location.hash.slice(1);
let shown: ShownInput | null = null;
const listeners = new Set<(next: ShownInput) => void>();
/** The showing that was told to take the focus. */
let focused: number | null = null;
const takeFocus = (): void => document.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();

// At once: the content script asks for this page as soon as it has loaded.
listenAsCard(token, (input) => {
  if (input.kind === 'focus') {
    focused = input.show;
    takeFocus();
    return;
  }
  shown = input;
  for (const listener of listeners) listener(input);
});

/** Tells the page; when the background is being replaced, the card has nobody to tell and stays as it is. */
function send(output: CardOutput): void {
  tell('card.output', { token, output });
}

function Page() {
  const reader = useReader();
  const [input, setInput] = useState<ShownInput | null>(shown);
  useEffect(() => {
    listeners.add(setInput);
    if (shown) setInput(shown);
    return () => void listeners.delete(setInput);
  }, []);
  useLayoutEffect(() => {
    // The heading that had it was that of a card still to come.
    if (input?.show === focused && document.activeElement === document.body) takeFocus();
  }, [input]);
  return reader && input ? <CardView key={input.show} input={input} send={send} words={reader.words} /> : null;
}

tellProblems();
render(<Page />, document.getElementById('root') as HTMLElement);
