import type { Words } from '../../lib/briefing/words';
import type { ChangesModel } from '../../lib/settings/pack-models';

interface Props {
  readonly changes: ChangesModel;
  readonly words: Words;
  /** What stands before the counts. */
  readonly intro?: string;
}

const KINDS = ['changed', 'added', 'withdrawn', 'removed'] as const;

/** The changelog of an update: how much of each kind, and which records when opened. */
export function Changes({ changes, words, intro }: Props) {
  const kinds = KINDS.filter((kind) => changes[kind] > 0);
  const counts = kinds.map((kind) => words.t(`changes_${kind}`, { n: changes[kind] }));
  const summary = [...(intro ? [intro] : []), ...(counts.length > 0 ? counts : [words.t('changesNone')])].join(' · ');
  if (kinds.length === 0) return <p class="small quiet">{summary}</p>;
  return (
    <details class="changes small">
      <summary class="quiet">{summary}</summary>
      {kinds.map((kind) => {
        const more = changes[kind] - changes.ids[kind].length;
        return (
          <div key={kind}>
            <h4>{words.t(`changes_${kind}`, { n: changes[kind] })}</h4>
            <ul>
              {changes.ids[kind].map((id) => (
                <li key={id} class="name">
                  {id}
                </li>
              ))}
              {more > 0 && <li>{words.t('changesMore', { n: more })}</li>}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
