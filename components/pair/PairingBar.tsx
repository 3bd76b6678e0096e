import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { ShownText } from '../../lib/model/localized';
import { Phrase } from '../base/Phrase';
import { Text } from '../base/Text';

interface Props {
  /** The name chosen first. */
  readonly first: ShownText | null;
  readonly words: Words;
  readonly onCancel: () => void;
}

/** Says what to choose next, above the names; takes the focus, so that the next stop is the first of them. */
export function PairingBar({ first, words, onCancel }: Props) {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    bar.current?.focus();
    bar.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={bar} class="pairing-bar" tabIndex={-1} aria-label={words.t('betweenNames')}>
      <p role="status">
        {first ? (
          <Phrase words={words} name="chooseSecond" parts={{ name: <Text value={first} class="name" /> }} />
        ) : (
          words.t('chooseFirst')
        )}
      </p>
      <button type="button" class="link" onClick={onCancel}>
        {words.t('cancel')}
      </button>
    </section>
  );
}
