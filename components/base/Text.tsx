/** A text in its own language: glyphs and speech are then right in any interface language. */
import type { ShownText } from '../../lib/model/localized';

interface Props {
  readonly value: ShownText;
  readonly class?: string;
}

export function Text({ value, class: name }: Props) {
  return (
    <>
      <span lang={value.lang} dir="auto" {...(name ? { class: name } : {})}>
        {value.text}
      </span>
      {value.fallback ? <small class="foreign">{value.lang.toUpperCase()}</small> : null}
    </>
  );
}
