import { useId, useState } from 'preact/hooks';
import type { PositionLine } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import { Icon } from '../base/Icon';
import { Text } from '../base/Text';

interface Props {
  /** Begun by the article's day. */
  readonly positions: readonly PositionLine[];
  readonly later: readonly PositionLine[];
  readonly words: Words;
}

/** All offices with their dates, the latest first; those that began after the article only when asked for. */
export function Positions({ positions, later, words }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section class="positions">
      <h2>{words.t('positions')}</h2>
      {later.length > 0 && (
        <button
          type="button"
          class="link small disclosure figures"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" class="chevron" />
          {words.t('sinceCount', { n: later.length })}
        </button>
      )}
      {isOpen && <Lines id={id} lines={later} words={words} />}
      {positions.length > 0 && <Lines lines={positions} words={words} />}
    </section>
  );
}

function Lines({
  id,
  lines,
  words,
}: {
  readonly id?: string;
  readonly lines: readonly PositionLine[];
  readonly words: Words;
}) {
  return (
    <ul id={id}>
      {lines.map((line) => (
        <li key={`${line.title.text} ${line.from ?? ''} ${line.to ?? ''}`}>
          <span>
            <Text value={line.title} class="name" />
          </span>
          <span class="small quiet dates">{datesOf(line, words)}</span>
        </li>
      ))}
    </ul>
  );
}

function datesOf({ from, to, stillOn, hasUnknownEnd }: PositionLine, words: Words): string {
  const still = stillOn ? [words.t('stillHeld', { date: words.date(stillOn) })] : [];
  if (from && to) return words.t('term', { from: words.date(from), to: words.date(to) });
  if (from && hasUnknownEnd) return words.t('fromEndUnknown', { date: words.date(from) });
  if (from) return [words.t('sinceDate', { date: words.date(from) }), ...still].join(' · ');
  return to ? words.t('untilDate', { date: words.date(to) }) : '';
}
