/** One showing of the card: connects the pure views to the port and to the panel. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Card } from '../../components/card/Card';
import { CardMessage } from '../../components/card/CardMessage';
import { Choice } from '../../components/card/Choice';
import type { Words } from '../../lib/briefing/words';
import { tell } from '../../lib/messaging/client';
import { openPanel } from '../../lib/platform/panel';
import type { CardInput, CardOutput } from '../../lib/services/exchange';

/** What is drawn: everything but the order to take the focus. */
export type ShownInput = Exclude<CardInput, { kind: 'focus' }>;

interface Props {
  readonly input: ShownInput;
  readonly send: (output: CardOutput) => void;
  readonly words: Words;
}

/** "Not it" can be taken back for this long. */
const UNDO_MS = 8_000;

export function CardView({ input, send, words }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [pinned, setPinned] = useState(false);
  const [hidden, setHidden] = useState(false);

  // Before the paint: the page shows the card as soon as it knows the height.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const tell = () =>
      send({ type: 'height', show: input.show, px: Math.ceil(element.getBoundingClientRect().height) });
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    tell();
    return () => observer.disconnect();
  }, [input, send]);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    document.documentElement.addEventListener('pointerenter', () => send({ type: 'pointer', inside: true }), {
      signal,
    });
    document.documentElement.addEventListener('pointerleave', () => send({ type: 'pointer', inside: false }), {
      signal,
    });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape') send({ type: 'close' });
      },
      { signal },
    );
    return () => stop.abort();
  }, [send]);

  useEffect(() => {
    if (!hidden) return;
    const timer = setTimeout(() => send({ type: 'close' }), UNDO_MS);
    return () => clearTimeout(timer);
  }, [hidden, send]);

  const openBriefing = () => {
    // The first call in the click, or Chromium does not take it for the reader's gesture.
    void openPanel({ id: input.tabId, windowId: input.windowId }).then((opened) => {
      if (!opened) tell('panel.open', {});
    });
  };

  return (
    <div ref={box}>
      {input.kind === 'card' ? (
        <Card
          model={input.model}
          words={words}
          pinned={pinned}
          hidden={hidden}
          onPin={() => {
            setPinned(!pinned);
            send({ type: 'pin', pinned: !pinned });
          }}
          onClose={() => send({ type: 'close' })}
          onOpenBriefing={openBriefing}
          onNotIt={() => {
            setHidden(true);
            send({ type: 'not-it' });
          }}
          onAlways={() => {
            openBriefing();
            const surface = (input.model.why?.surface ?? input.model.name.text).slice(0, 300);
            tell('card.always', { reference: input.model.reference, surface });
          }}
          onUndo={() => {
            setHidden(false);
            send({ type: 'undo' });
          }}
        />
      ) : input.kind === 'choice' ? (
        <Choice
          model={input.model}
          words={words}
          onChoose={(reference) => send({ type: 'choose', reference })}
          onClose={() => send({ type: 'close' })}
        />
      ) : (
        <CardMessage
          kind={input.kind}
          name={input.name}
          words={words}
          onClose={() => send({ type: 'close' })}
          onCheckPacks={() => tell('options.open', {})}
        />
      )}
    </div>
  );
}
