import type { ShownText } from '../../lib/model/localized';

interface Props {
  readonly value: ShownText;
  readonly class?: string;
}

/**
 * A text of a record, in its own language: glyphs and speech follow `lang`. Where the reader's language was missing, the
 * language that serves is named beside it.
 */
export function Text({ value, class: className }: Props) {
  return (
    <>
      <span lang={value.lang} dir="auto" class={className}>
        {value.text}
      </span>
      {value.fallback && <span class="fallback">{value.lang.split('-')[0]?.toUpperCase()}</span>}
    </>
  );
}
