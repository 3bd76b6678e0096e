import type { LookUpSource } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import { SourceLink } from '../base/SourceLink';

interface Props {
  readonly sources: readonly LookUpSource[];
  readonly words: Words;
}

/** Whose words and data these are, under which license, and when they were read: what their licenses ask for. */
export function LookUpSources({ sources, words }: Props) {
  return (
    <ul class="source-details" aria-label={words.t('sources')}>
      {sources.map(({ publisher, title, url, license, isExcerpt, retrieved }) => (
        <li key={publisher}>
          <SourceLink url={url}>
            {words.t(`publisher_${publisher}`)}: {title}
          </SourceLink>
          <div class="dates">
            <SourceLink url={license.url}>{license.name}</SourceLink>
            {' · '}
            {isExcerpt && `${words.t('beginningOfPage')} · `}
            {words.t('retrievedOn', { date: words.date(retrieved) })}
          </div>
        </li>
      ))}
    </ul>
  );
}
