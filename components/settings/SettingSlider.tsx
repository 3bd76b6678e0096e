import { useId } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

/** Settings that are a number, with what each step of theirs is worth. */
const RANGES = {
  /** Finer steps of the rest before a card opens cannot be felt. */
  hoverDelayMs: { min: 150, max: 1000, step: 50, unit: 'ms' },
  /** Size of all text, of the browser's own. */
  textScale: { min: 80, max: 200, step: 10, unit: 'percent' },
} as const;

interface Props {
  readonly setting: keyof typeof RANGES;
  readonly value: number;
  readonly words: Words;
  readonly onChange: (value: number) => void;
}

/** A slider for a setting. It takes effect as it is let go, so that a page that changes does not move under the pointer. */
export function SettingSlider({ setting, value, words, onChange }: Props) {
  const id = useId();
  const { unit, ...range } = RANGES[setting];
  const text = words.t(`option_${setting}_value`, { [unit]: value });
  return (
    <div class="setting-slider">
      <label for={id}>{words.t(`option_${setting}`)}</label>
      <input
        id={id}
        type="range"
        {...range}
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
