import type { RequestModel } from '../../lib/briefing/look-up-models';
import type { Words } from '../../lib/briefing/words';
import { clockLocale } from '../base/clock-locale';

interface Props {
  /** The latest first; `null`: not read yet. */
  readonly requests: readonly RequestModel[] | null;
  readonly words: Words;
  readonly onClear: () => void;
}

/** Every request that was made: when, where to, why, how much came back, and what became of it. */
export function RequestList({ requests, words, onClear }: Props) {
  return (
    <div class="request-list">
      <h3>{words.t('requestsTitle')}</h3>
      {requests?.length === 0 && <p>{words.t('requestsNone')}</p>}
      {requests && requests.length > 0 && (
        <ol class="requests small">
          {requests.map((request) => (
            <Request key={`${request.at} ${request.path}`} request={request} words={words} />
          ))}
        </ol>
      )}
      <p class="small quiet">{words.t('requestsKept')}</p>
      {requests && requests.length > 0 && (
        <button type="button" onClick={onClear}>
          {words.t('requestsClear')}
        </button>
      )}
    </div>
  );
}

function Request({ request, words }: { readonly request: RequestModel; readonly words: Words }) {
  const { at, host, path, purpose, outcome, status, bytes } = request;
  const time = new Intl.DateTimeFormat(clockLocale(words), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(at);
  return (
    <li>
      <span class="name">{host + readable(path)}</span>
      <span class="quiet figures">
        {[
          time,
          words.t(`requestPurpose_${purpose.replace('-', '_')}`),
          words.t(`requestOutcome_${outcome}`) + (status === null ? '' : ` (${status})`),
          bytes > 0 ? words.bytes(bytes) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </li>
  );
}

/** A path as its reader would write it: the title of a page in its own letters. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
