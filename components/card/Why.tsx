/** Why this name was taken for this entity, in words, and why its rivals were not. */
import type { WhyModel } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Evidence } from '../../lib/model/article';
import { Text } from '../base/Text';

interface Props {
  readonly model: WhyModel;
  readonly words: Words;
}

function sentence(evidence: Evidence, words: Words): string {
  switch (evidence.kind) {
    case 'full-name-elsewhere':
      return words.t('evidence_full_name_elsewhere', {
        form: evidence.form,
        paragraph: words.number(evidence.paragraph),
      });
    case 'title-before':
      return words.t('evidence_title_before');
    case 'office-on-day':
      return words.t('evidence_office_on_day', { form: evidence.form });
    case 'full-name':
      return words.t('evidence_full_name');
    case 'abbreviation':
      return words.t('evidence_abbreviation');
    case 'short-form':
      return words.t('evidence_short_form');
    case 'context':
      return words.t('evidence_context');
  }
}

export function Why({ model, words }: Props) {
  return (
    <section class="why">
      <h2>{words.t('whyThis')}</h2>
      <p>{words.t('whySurface', { form: model.surface })}</p>
      <ul>
        {model.evidence.map((evidence) => (
          <li key={evidence.kind}>{sentence(evidence, words)}</li>
        ))}
      </ul>
      {model.rivals.length > 0 ? (
        <>
          <h2>{words.t('whyRivals')}</h2>
          <ul>
            {model.rivals.map(({ name, refusal }) => (
              <li key={name.text}>
                <Text value={name} />: {words.t(`refusal_${refusal.replaceAll('-', '_')}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
