import { useRef } from 'preact/hooks';
import type { HistoryModel } from '../../lib/briefing/own-models';
import type { Words } from '../../lib/briefing/words';
import type { HistoryEntry } from '../../lib/model/own';
import { clockLocale } from '../base/clock-locale';
import { Icon } from '../base/Icon';
import { SourceLink } from '../base/SourceLink';
import { useFocusAfterRemoval } from '../base/use-focus-after-removal';
import { HistorySettings } from './HistorySettings';

export interface HistoryActions {
  readonly onChoose: Parameters<typeof HistorySettings>[0]['onChoose'];
  /** Deletes the entry of an address, or, for `null`, all. */
  readonly onForget: (url: string | null) => void;
}

interface Props extends HistoryActions {
  readonly model: HistoryModel;
  readonly words: Words;
}

/** What was read, where that is switched on: the latest first. */
export function HistoryList({ model, words, onChoose, onForget }: Props) {
  const { entries, count } = model;
  const list = useRef<HTMLDivElement>(null);
  useFocusAfterRemoval(list, '.kept-row');
  return (
    <div class="history" ref={list} tabIndex={-1}>
      <HistorySettings {...model} words={words} onChoose={onChoose} onClear={() => onForget(null)} />
      {entries.length > 0 && (
        <ol class="history-list">
          {entries.map((entry) => (
            <Entry key={entry.article.url} entry={entry} words={words} onForget={onForget} />
          ))}
        </ol>
      )}
      {model.isOn && entries.length === 0 && <p class="small quiet">{words.t('historyEmpty')}</p>}
      {count > entries.length && <p class="small quiet">{words.t('historyMore', { n: count - entries.length })}</p>}
    </div>
  );
}

interface EntryProps extends Pick<Props, 'words' | 'onForget'> {
  readonly entry: HistoryEntry;
}

function Entry({ entry: { article, at, names }, words, onForget }: EntryProps) {
  const title = article.title || article.host;
  const read = new Intl.DateTimeFormat(clockLocale(words), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const facts = [
    article.siteName || article.host,
    article.day === null ? '' : words.date(article.day),
    words.t('readAt', { time: read }),
  ];
  return (
    <li class="kept-row">
      <div>
        <p lang={article.lang} class="name">
          <SourceLink url={article.url}>{title}</SourceLink>
        </p>
        <p class="small quiet dates">{facts.filter((part) => part !== '').join(' · ')}</p>
        {names.length > 0 && <p class="small quiet name">{names.join(' · ')}</p>}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={words.t('forgetArticle', { title })}
        title={words.t('forgetArticle', { title })}
        onClick={() => onForget(article.url)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
