import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { ConnectProblem, SyncModel } from '../../lib/settings/sync-models';
import { Conflicts } from './Conflicts';
import { FolderFields } from './FolderFields';
import { FolderStatus } from './FolderStatus';
import { PastStates } from './PastStates';
import type { SyncActions } from './sync-actions';

interface Props {
  readonly model: SyncModel;
  readonly connectProblem: ConnectProblem | null;
  readonly words: Words;
  readonly actions: SyncActions;
}

/** Synchronisation: by the browser's own means, and through a folder that is the reader's. */
export function SyncSection({ model, connectProblem, words, actions }: Props) {
  const { folder, browser, conflicts, states, progress } = model;
  const [isChanging, setChanging] = useState(false);
  const isForm = folder === null || isChanging;
  const part = useRef<HTMLElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone: the focus goes on to what came for it, and back.
    if (isChanging !== wasChanging.current)
      part.current?.querySelector<HTMLElement>(isChanging ? 'input' : '.sync-change')?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  return (
    <div class="sync">
      <section class="sync-part">
        <h3>{words.t('syncBrowserTitle')}</h3>
        <label class="check">
          <input
            type="checkbox"
            role="switch"
            checked={browser.isOn}
            aria-checked={browser.isOn}
            onChange={({ currentTarget }) => actions.onBrowserSync(currentTarget.checked)}
          />
          {words.t('syncBrowserSwitch')}
        </label>
        <p class="small quiet">{words.t(browser.problem ? `browserSync_${browser.problem}` : 'syncBrowserHint')}</p>
      </section>
      <section ref={part} class="sync-part">
        <h3>{words.t('syncFolderTitle')}</h3>
        {isForm ? (
          <>
            <p>{words.t('syncFolderWhat')}</p>
            <FolderFields
              known={folder}
              problem={connectProblem}
              words={words}
              onConnect={(form) => {
                setChanging(false);
                actions.onConnect(form);
              }}
              onCancel={folder === null ? null : () => setChanging(false)}
            />
          </>
        ) : (
          <>
            <FolderStatus
              folder={folder}
              progress={progress}
              words={words}
              actions={actions}
              onChange={() => setChanging(true)}
            />
            {connectProblem && <p class="notice">{words.t(`syncConnect_${connectProblem}`)}</p>}
          </>
        )}
      </section>
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} words={words} onDecide={actions.onDecide} />}
      {states.length > 0 && <PastStates states={states} words={words} onUndo={actions.onUndo} />}
    </div>
  );
}
