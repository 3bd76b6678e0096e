import type { WhyModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Evidence } from '../../lib/model/article';
import { Phrase } from '../base/Phrase';
import { Text } from '../base/Text';

interface Props {
  readonly model: WhyModel;
  readonly words: Words;
}

/** Why this name was taken for this entity, in words, and why its rivals were not. */
export function Why({ model, words }: Props) {
  return (
    <div class="card-body why">
      <section>
        <h2>{words.t('whyThis')}</h2>
        <ul>
          <li>
            <Phrase words={words} name="whyFound" parts={{ form: <strong class="name">{model.surface}</strong> }} />
          </li>
          {model.evidence.map((evidence) => (
            <li key={evidence.kind}>{describe(evidence, words)}</li>
          ))}
        </ul>
      </section>
      {model.rivals.length > 0 && (
        <section>
          <h2>{words.t('whyRivals')}</h2>
          <ul>
            {model.rivals.map(({ name, refusal }) => (
              <li key={name.text}>
                <Phrase
                  words={words}
                  name="tied"
                  parts={{
                    tie: <Text value={name} class="name" />,
                    title: words.t(`refusal_${refusal.replaceAll('-', '_')}`),
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function describe(evidence: Evidence, words: Words): string {
  const key = `evidence_${evidence.kind.replaceAll('-', '_')}`;
  switch (evidence.kind) {
    case 'full-name-elsewhere':
      return words.t(key, { form: evidence.form, paragraph: evidence.paragraph });
    case 'title-before':
      // Japanese and Korean titles follow the name; then there is no form to quote.
      return evidence.form ? words.t(key, { form: evidence.form }) : words.t('evidence_title_beside');
    case 'office-on-day':
      return words.t(key, { form: evidence.form });
    case 'context':
      return evidence.with ? words.t(key, { with: evidence.with }) : words.t('evidence_with_others');
    case 'full-name':
    case 'abbreviation':
    case 'short-form':
    case 'reader':
      return words.t(key);
  }
}
