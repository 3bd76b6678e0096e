import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  readonly label: string;
  /** Hidden where the place says it already; assistive technology is told all the same. */
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren; readonly lang?: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A choice of one among few, all in sight: radio buttons that look like chips. */
export function Chips<T extends string>({ label, labelHidden = false, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="chips">
      <legend class={labelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            type="radio"
            name={name}
            class="visually-hidden"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class="chip">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
