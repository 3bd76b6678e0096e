import type { FoundText } from '../../lib/briefing/search-models';

/** A form in its own language, with what was typed set off: "Gen **Nakat**ani". */
export function FoundForm({ value }: { readonly value: FoundText }) {
  const { text, lang, stretches, fallback } = value;
  const ends = [...stretches.map(({ from }) => from), text.length];
  return (
    <>
      <span lang={lang} dir="auto" class="name">
        {text.slice(0, ends[0])}
        {stretches.map(({ from, to }, i) => (
          <>
            <b key={from}>{text.slice(from, to)}</b>
            {text.slice(to, ends[i + 1])}
          </>
        ))}
      </span>
      {fallback && <span class="fallback">{lang.split('-')[0]?.toUpperCase()}</span>}
    </>
  );
}
