import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { type CommandName, type KeyModel, recordKeys } from '../../lib/settings/shortcuts';

export interface KeysProps {
  readonly keys: readonly KeyModel[];
  readonly isMac: boolean;
  /** Firefox lets an extension change its keys; elsewhere the browser has a page for it. */
  readonly canRecord: boolean;
  readonly refused: CommandName | null;
  readonly words: Words;
  readonly onRecord: (name: CommandName, shortcut: string) => void;
  readonly onReset: (name: CommandName) => void;
  readonly onOpenSettings: () => void;
}

/** What each command does, in the words that the browser's own list has. */
const WHAT = {
  next: 'commandNext',
  previous: 'commandPrevious',
  panel: 'commandPanel',
  marks: 'commandMarks',
} as const satisfies Record<CommandName, string>;

/** The commands with their keys: what they are, what stands in their way, how they are changed. */
export function KeysSection(props: KeysProps) {
  const { keys, canRecord, words, onOpenSettings } = props;
  return (
    <div class="keys">
      <ul>
        {keys.map((model) => (
          <Key key={model.name} model={model} {...props} />
        ))}
      </ul>
      {!canRecord && (
        <p class="setting">
          <span class="small quiet">{words.t('keysElsewhere')}</span>
          <button type="button" class="key-settings" onClick={onOpenSettings}>
            {words.t('keysOpenSettings')}
          </button>
        </p>
      )}
    </div>
  );
}

interface KeyProps extends KeysProps {
  readonly model: KeyModel;
}

function Key({ model, canRecord, isMac, refused, words, onRecord, onReset }: KeyProps) {
  const { name, keys, problem, suggested, isChanged } = model;
  const [isRecording, setRecording] = useState(false);
  const label = words.t(WHAT[name]);
  return (
    <li class="setting">
      <div class="key">
        <span class="key-what">{label}</span>
        {keys !== '' && <kbd>{keys}</kbd>}
        {canRecord && !isRecording && (
          <button
            type="button"
            aria-label={words.t('keysChangeFor', { command: label })}
            onClick={() => setRecording(true)}
          >
            {words.t('keysChange')}
          </button>
        )}
        {isRecording && (
          <Recorder
            isMac={isMac}
            words={words}
            onEnd={(shortcut) => {
              setRecording(false);
              if (shortcut !== null) onRecord(name, shortcut);
            }}
          />
        )}
      </div>
      {problem && <p class="doubt">{words.t(`keys_${problem}`)}</p>}
      {refused === name && (
        <p class="doubt" role="status">
          {words.t('keysRefused')}
        </p>
      )}
      {isChanged && (
        <p class="small quiet">
          {words.t('keysChanged', { keys: suggested })}
          {canRecord && (
            <>
              {' · '}
              <button
                type="button"
                class="link small"
                aria-label={words.t('resetSetting', { name: label })}
                onClick={() => onReset(name)}
              >
                {words.t('reset')}
              </button>
            </>
          )}
        </p>
      )}
    </li>
  );
}

interface RecorderProps {
  readonly isMac: boolean;
  readonly words: Words;
  /** `null`: given up. */
  readonly onEnd: (shortcut: string | null) => void;
}

/** Takes the next keys that are pressed; Escape alone and a look elsewhere give up. */
function Recorder({ isMac, words, onEnd }: RecorderProps) {
  const box = useRef<HTMLButtonElement>(null);
  const [isRefused, setRefused] = useState(false);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <button
      type="button"
      ref={box}
      class="key-recorder"
      aria-live="polite"
      onBlur={() => onEnd(null)}
      onClick={() => onEnd(null)}
      onKeyDown={(event) => {
        if (event.key === 'Tab' && !event.altKey && !event.ctrlKey) return;
        event.preventDefault();
        const recorded = recordKeys(event, isMac);
        if (recorded.state === 'cancelled') onEnd(null);
        if (recorded.state === 'keys') onEnd(recorded.shortcut);
        setRefused(recorded.state === 'refused');
      }}
    >
      {words.t(isRefused ? 'keysNotThese' : 'keysPress')}
    </button>
  );
}
