import { useId } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';

interface Props {
  /** In per cent of the browser's own size. */
  readonly value: number;
  readonly words: Words;
  readonly onChange: (value: number) => void;
}

const MIN = 80;
const MAX = 200;
const STEP = 10;

/** The size of all text of Sidelight. The page changes as it is let go, so that it does not move under the pointer. */
export function ScaleSlider({ value, words, onChange }: Props) {
  const id = useId();
  const text = words.t('option_textScale_value', { percent: value });
  return (
    <div class="delay">
      <label for={id}>{words.t('option_textScale')}</label>
      <input
        id={id}
        type="range"
        min={MIN}
        max={MAX}
        step={STEP}
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
