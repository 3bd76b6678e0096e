import type { Words } from '../../lib/briefing/words';
import type { JobModel } from '../../lib/settings/pack-models';
import { Text } from '../base/Text';
import { Changes } from './Changes';
import type { PackActions } from './pack-actions';

interface Props extends Pick<PackActions, 'onCancel' | 'onAccept' | 'onDismiss'> {
  readonly job: JobModel;
  readonly words: Words;
}

/** Something that is being done to the packs, waits for the reader, or could not be done. */
export function JobItem({ job, words, onCancel, onAccept, onDismiss }: Props) {
  const { id, name, state } = job;
  const isGoingOn = state.kind === 'waiting' || state.kind === 'running';
  const isOver = state.kind === 'done' || state.kind === 'refused' || state.kind === 'failed';
  return (
    <li class="job">
      <h4 class="name">
        <Text value={name} />
      </h4>
      <JobState job={job} words={words} />
      <div class="pack-buttons">
        {state.kind === 'held' && (
          <>
            <button type="button" onClick={() => onAccept(id)}>
              {words.t('acceptUpdate')}
            </button>
            <button type="button" onClick={() => onCancel(id)}>
              {words.t('declineUpdate')}
            </button>
          </>
        )}
        {isGoingOn && job.kind === 'import' && (
          <button
            type="button"
            class="link"
            aria-label={words.t('cancelOf', { name: name.text })}
            onClick={() => onCancel(id)}
          >
            {words.t('cancel')}
          </button>
        )}
        {isOver && (
          <button
            type="button"
            class="link"
            aria-label={words.t('dismissOf', { name: name.text })}
            onClick={() => onDismiss(id)}
          >
            {words.t('dismiss')}
          </button>
        )}
      </div>
    </li>
  );
}

function JobState({ job: { kind, state }, words }: Pick<Props, 'job' | 'words'>) {
  switch (state.kind) {
    case 'waiting':
      return <p class="quiet">{words.t('job_waiting')}</p>;
    case 'running': {
      const label = words.t(`jobPhase_${state.phase}`);
      return (
        <>
          <p class="quiet">{label}</p>
          <progress aria-label={label} {...(state.total > 0 ? { value: state.done, max: state.total } : {})} />
        </>
      );
    }
    case 'held':
      return (
        <>
          <p class="notice">
            {words.t('job_held', { removed: state.removed, before: state.before, links: state.changedLinks })}
          </p>
          <Changes changes={state.changes} words={words} />
        </>
      );
    case 'refused':
      return <Refused state={state} words={words} />;
    case 'failed':
      return <p class="notice">{words.t(`jobFailed_${state.reason}`)}</p>;
    case 'done':
      return (
        <>
          <p class="quiet">{words.t(`jobDone_${state.same ? 'same' : kind}`)}</p>
          {state.changes && <Changes changes={state.changes} words={words} />}
        </>
      );
  }
}

interface RefusedProps {
  readonly state: Extract<JobModel['state'], { readonly kind: 'refused' }>;
  readonly words: Words;
}

/** What is wrong with a file, line by line. The checker speaks English to authors, whatever the reader's language. */
function Refused({ state: { reason, problems, count }, words }: RefusedProps) {
  return (
    <>
      <p class="notice">{words.t(`jobRefused_${reason}`)}</p>
      {problems.length > 0 && (
        <ol class="problems small">
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`} class="name">
              {line > 0 && <strong class="figures">{words.t('jobRefusedLine', { line })}</strong>}{' '}
              <span lang="en">{message}</span>
            </li>
          ))}
          {count > problems.length && <li>{words.t('jobRefusedMore', { n: count - problems.length })}</li>}
        </ol>
      )}
    </>
  );
}
