import type { Words } from '../../lib/briefing/words';
import type { DamageModel, IntegrityModel } from '../../lib/settings/pack-models';
import { Text } from '../base/Text';
import type { PackActions } from './pack-actions';

interface Props extends Pick<PackActions, 'onVerify' | 'onStopVerifying' | 'onMend'> {
  readonly integrity: IntegrityModel;
  readonly words: Words;
}

/** Looks through everything that is stored of the packs, and names what is damaged. */
export function Integrity({ integrity, words, onVerify, onStopVerifying, onMend }: Props) {
  const label = words.t('integrityTitle');
  return (
    <div class="integrity">
      <h3>{label}</h3>
      <p class="small quiet">{words.t('integrityHint')}</p>
      {integrity.state === 'running' ? (
        <>
          <Progress done={integrity.done} total={integrity.total} words={words} />
          <button type="button" class="link" onClick={onStopVerifying}>
            {words.t('cancel')}
          </button>
        </>
      ) : (
        <button type="button" onClick={onVerify}>
          {label}
        </button>
      )}
      <div role="status">
        {integrity.state === 'done' && <Result result={integrity} words={words} onMend={onMend} />}
      </div>
    </div>
  );
}

function Progress({ done, total, words }: { readonly done: number; readonly total: number; readonly words: Words }) {
  const text = words.t('integrityRunning', { done, total });
  return (
    <>
      <p class="quiet figures">{text}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={text} />
    </>
  );
}

interface ResultProps extends Pick<Props, 'words' | 'onMend'> {
  readonly result: Extract<IntegrityModel, { readonly state: 'done' }>;
}

function Result({ result: { records, damaged, count, indexIsSound }, words, onMend }: ResultProps) {
  const canMend = !indexIsSound || damaged.some(({ origin }) => origin.kind === 'bundled');
  return (
    <>
      {count === 0 && <p>{words.t('integritySound', { n: records })}</p>}
      {!indexIsSound && <p class="notice">{words.t('integrityIndex')}</p>}
      {count > 0 && (
        <>
          <p class="notice">{words.t('integrityDamaged', { n: count })}</p>
          <ul class="problems small">
            {damaged.map((entry) => (
              <Damaged key={`${entry.pack.text} ${entry.record}`} entry={entry} words={words} />
            ))}
            {count > damaged.length && <li>{words.t('changesMore', { n: count - damaged.length })}</li>}
          </ul>
        </>
      )}
      {canMend && (
        <button type="button" onClick={onMend}>
          {words.t('integrityMend')}
        </button>
      )}
    </>
  );
}

function Damaged({ entry, words }: { readonly entry: DamageModel; readonly words: Words }) {
  return (
    <li class="name">
      <strong>{entry.record}</strong> <Text value={entry.pack} />
      {entry.origin.kind !== 'bundled' && <span class="quiet"> {words.t('integrityMendFile')}</span>}
    </li>
  );
}
