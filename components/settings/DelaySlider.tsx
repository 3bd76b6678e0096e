import { useId } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly value: number;
  readonly words: Words;
  readonly onChange: (value: number) => void;
}

const MIN_MS = 150;
const MAX_MS = 1000;
/** Finer steps cannot be felt. */
const STEP_MS = 50;

/** How long the pointer rests on a name before its card opens. */
export function DelaySlider({ value, words, onChange }: Props) {
  const id = useId();
  const text = words.t('option_hoverDelayMs_value', { ms: value });
  return (
    <div class="delay">
      <label for={id}>{words.t('option_hoverDelayMs')}</label>
      <input
        id={id}
        type="range"
        min={MIN_MS}
        max={MAX_MS}
        step={STEP_MS}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output class="figures" for={id}>
        {text}
      </output>
    </div>
  );
}
