import { useId, useState } from 'preact/hooks';
import type { NameForm, NameGroup } from '../../lib/briefing/entity-models';
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly groups: readonly NameGroup[];
  readonly words: Words;
}

/** Languages before the rest is asked for. */
const FIRST_GROUPS = 4;

/** How something is called, in all languages that the packs have; what no source shows is marked. */
export function Names({ groups, words }: Props) {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const languages = new Intl.DisplayNames(words.lang, { type: 'language' });
  return (
    <section>
      <h2>{words.t('searchNames')}</h2>
      <dl id={id} class="name-groups">
        {(isWhole ? groups : groups.slice(0, FIRST_GROUPS)).map(({ lang, forms }) => (
          <div key={lang}>
            <dt class="small quiet">{languages.of(lang) ?? lang}</dt>
            {forms.map((form) => (
              <dd key={form.text}>
                <span lang={lang} dir="auto" class="name">
                  {form.text}
                </span>
                <span class="small quiet">{remarkOn(form, words)}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {groups.length > FIRST_GROUPS && (
        <button
          type="button"
          class="link small"
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.t('showFewer') : words.t('allLanguages', { n: groups.length })}
        </button>
      )}
    </section>
  );
}

function remarkOn({ isUnseen, isFormer }: NameForm, words: Words): string {
  if (isUnseen) return ` ${words.t('notInSource')}`;
  return isFormer ? ` ${words.t('formerName')}` : '';
}
