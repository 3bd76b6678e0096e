import type { CardModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import { Phrase } from '../base/Phrase';
import { Text } from '../base/Text';

interface Props {
  readonly model: Pick<CardModel, 'name' | 'native' | 'reading' | 'articleForm'>;
  readonly words: Words;
}

/** The other forms of a name: in its own script, how it is read, and as the article writes it. */
export function NameForms({ model, words }: Props) {
  const { name, native, reading, articleForm } = model;
  // A reading in the reader's language is the shown name's: アン・ギュベク belongs to 安圭伯, not to 안규백 after it.
  const scripts = reading?.lang === name.lang ? [reading, native] : [native, reading];
  const shown = scripts.filter((form) => form !== null);
  if (shown.length === 0 && !articleForm) return null;
  return (
    <p class="name-forms">
      {shown.length > 0 && (
        <span>
          {shown.map((form, i) => (
            <>
              {i > 0 && ' '}
              <Text value={form} class="name" />
            </>
          ))}
        </span>
      )}
      {articleForm && (
        <span>
          <Phrase words={words} name="articleForm" parts={{ form: <Text value={articleForm} class="name" /> }} />
        </span>
      )}
    </p>
  );
}
