/** Who somebody was on the day, and the one line about today. */
import type { NowLine, RoleBlock, RoleLine } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import { Text } from '../base/Text';

interface Props {
  readonly block: RoleBlock;
  readonly asOf: AsOf;
  readonly words: Words;
}

export function RoleLines({ block, asOf, words }: Props) {
  return (
    <div class="roles">
      <p class="as-of">{words.t('asOf', { date: words.date(asOf.day) })}</p>
      {block.lines.length === 0 ? <p class="role">{words.t('noRole')}</p> : null}
      {block.lines.map((line) => (
        <p class="role" key={`${line.title.text} ${line.from ?? ''}`}>
          {line.when === 'earlier' ? `${words.t('earlierRole')} ` : ''}
          {line.capacity === 'full' ? '' : `${words.t(`capacity_${line.capacity}`)} `}
          <Text value={line.title} /> <span class="role-dates">{dates(line, words)}</span>
          {line.doubt ? <span class="doubt">{words.t('dateNotConfirmed')}</span> : null}
        </p>
      ))}
      {block.now ? (
        <p class="now">
          {words.t('now')} <Now line={block.now} words={words} />
        </p>
      ) : null}
    </div>
  );
}

function dates(line: RoleLine, words: Words): string {
  switch (line.when) {
    case 'since':
      return line.from ? words.t('sinceDate', { date: words.date(line.from) }) : '';
    case 'starts':
      return words.t('fromThisDay');
    case 'ends':
      return words.t('untilThisDay');
    case 'earlier':
      return line.from && line.to
        ? words.t('fromTo', { from: words.date(line.from), to: words.date(line.to) })
        : words.t('untilDate', { date: words.date(line.to ?? line.from ?? '') });
    case 'last-recorded':
      return words.t('lastRecorded', { date: words.date(line.asOf ?? '') });
  }
}

function Now({ line, words }: { readonly line: NowLine; readonly words: Words }) {
  if (line.kind === 'role') {
    return (
      <>
        <Text value={line.title} /> {line.from ? words.t('sinceDate', { date: words.date(line.from) }) : ''}
      </>
    );
  }
  return <>{words.t(line.kind === 'left' ? 'leftPost' : 'stillInOffice', { date: words.date(line.date) })}</>;
}

/** The role as one sentence, for the announcement. */
export function roleSentence(block: RoleBlock, asOf: AsOf, words: Words): string {
  const current = block.lines.find(({ when }) => when !== 'earlier');
  return current ? `${words.t('asOf', { date: words.date(asOf.day) })}: ${current.title.text}.` : '';
}
