import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { ArticleSubject, RecordSubject, Rule, RuleScope } from '../../lib/model/own';
import { BackButton } from '../base/BackButton';
import { Chips } from '../base/Chips';
import { ChooseSubject, type Found } from './ChooseSubject';
import { subjectName } from './subject-text';

interface Props {
  /** What the name was taken for. */
  readonly subject: RecordSubject;
  /** The words of the text; `null`: whatever its name's form. */
  readonly form: string | null;
  /** `null`: there is none in front, and a rule holds everywhere. */
  readonly article: ArticleSubject | null;
  /** What else is called so. */
  readonly found: Found;
  readonly words: Words;
  readonly onFind: (text: string) => void;
  readonly onSave: (rule: Omit<Rule, 'at'>) => void;
  readonly onBack: () => void;
}

const NOBODY = 'nobody';
type Where = RuleScope['kind'];

/** "Not it, always": where that holds, and what is meant instead. */
export function NotIt({ subject, form, article, found, words, onFind, onSave, onBack }: Props) {
  const [where, setWhere] = useState<Where>(article ? 'site' : 'everywhere');
  const [instead, setInstead] = useState(NOBODY);
  const { text: name } = subjectName(subject, words);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const others = found.subjects?.filter((one) => one.subject.reference !== subject.reference) ?? null;
  const scopes: readonly { value: Where; label: string }[] = [
    ...(article
      ? ([
          { value: 'article', label: words.t('scope_article') },
          { value: 'site', label: words.t('scope_site', { host: article.host }) },
        ] as const)
      : []),
    { value: 'everywhere', label: words.t('scope_everywhere') },
  ];
  return (
    <main class="panel brief">
      <BackButton words={words} onBack={onBack} />
      <form
        class="own-form"
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = others?.find((one) => one.subject.reference === instead)?.subject ?? null;
          onSave({ form, subject, scope: toScope(where, article), instead: chosen });
        }}
      >
        <h1 ref={heading} class="brief-name name" tabIndex={-1}>
          {form === null ? words.t('notItTitle', { name }) : words.t('notItTitleForm', { form, name })}
        </h1>
        <Chips label={words.t('notItWhere')} options={scopes} value={where} onChange={setWhere} />
        <ChooseSubject
          legend={words.t('notItInstead')}
          found={{ text: found.text, subjects: others }}
          others={[{ value: NOBODY, label: words.t('notItNobody') }]}
          value={instead}
          words={words}
          onChoose={setInstead}
          onFind={onFind}
        />
        <p class="small quiet">{words.t('notItListed')}</p>
        <div class="own-buttons">
          <button type="submit">{words.t('save')}</button>
          <button type="button" class="link" onClick={onBack}>
            {words.t('cancel')}
          </button>
        </div>
      </form>
    </main>
  );
}

const toScope = (where: Where, article: ArticleSubject | null): RuleScope =>
  !article || where === 'everywhere'
    ? { kind: 'everywhere' }
    : where === 'site'
      ? { kind: 'site', host: article.host }
      : { kind: 'article', url: article.url };
