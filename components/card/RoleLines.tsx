import type { NowLine, RoleBlock, RoleLine } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import { OfficeText } from '../base/OfficeText';
import { Phrase } from '../base/Phrase';

interface Props {
  readonly block: RoleBlock;
  readonly asOf: AsOf;
  readonly words: Words;
  /** What is said where no office is known; of a pack's record unless given. */
  readonly none?: string;
  /** False where the day stands above already. */
  readonly dated?: boolean;
}

/** Who somebody was on the day, and the one line about today. */
export function RoleLines({ block, asOf, words, none = words.t('noRole'), dated = true }: Props) {
  return (
    <div class="roles">
      {dated && <p class="as-of dates">{words.t('asOf', { date: words.date(asOf.day) })}</p>}
      {block.lines.length === 0 && <p>{none}</p>}
      {block.lines.map((line) => (
        <Line key={`${line.title.text} ${line.from ?? ''}`} line={line} words={words} />
      ))}
      {block.now && (
        <p class="now dates">
          <Phrase words={words} name="now" parts={{ what: <Now line={block.now} words={words} /> }} />
        </p>
      )}
    </div>
  );
}

function Line({ line, words }: { readonly line: RoleLine; readonly words: Words }) {
  const dates = datesOf(line, words);
  const what = (
    <>
      <OfficeText title={line.title} capacity={line.capacity} words={words} />
      {dates && (
        <>
          {' '}
          <span class="role-dates dates">{dates}</span>
        </>
      )}
    </>
  );
  return (
    <div class="role">
      <p>{line.when === 'earlier' ? <Phrase words={words} name="earlierRole" parts={{ what }} /> : what}</p>
      {line.doubt && <p class="doubt">{words.t('dateNotConfirmed')}</p>}
    </div>
  );
}

function datesOf({ when, from, to, asOf }: RoleLine, words: Words): string {
  switch (when) {
    case 'since':
      return from ? words.t('sinceDate', { date: words.date(from) }) : '';
    case 'starts':
      return words.t('fromThisDay');
    case 'ends':
      return words.t('untilThisDay');
    case 'last-recorded':
      return asOf ? words.t('lastRecorded', { date: words.date(asOf) }) : '';
    case 'earlier':
      if (from && to) return words.t('term', { from: words.date(from), to: words.date(to) });
      if (to) return words.t('untilDate', { date: words.date(to) });
      return from ? words.t('sinceDate', { date: words.date(from) }) : '';
  }
}

function Now({ line, words }: { readonly line: NowLine; readonly words: Words }) {
  if (line.kind === 'left') return <>{words.t('leftPost', { date: words.date(line.date) })}</>;
  if (line.kind === 'still') return <>{words.t('stillInOffice', { date: words.date(line.date) })}</>;
  return (
    <>
      <OfficeText title={line.title} capacity={line.capacity} words={words} />
      {line.from && ` ${words.t('sinceDate', { date: words.date(line.from) })}`}
    </>
  );
}
