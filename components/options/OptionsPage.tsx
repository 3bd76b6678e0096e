import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';

/** A section of the options. */
export interface OptionsSection {
  /** Stands in the page's address, so that it can be linked to. */
  readonly id: string;
  readonly title: string;
  readonly content: ComponentChildren;
}

interface Props {
  readonly sections: readonly OptionsSection[];
  /** Id of the section that the address names. */
  readonly current: string;
  readonly words: Words;
}

/** The options: one page, its sections beside it in a list. */
export function OptionsPage({ sections, current, words }: Props) {
  return (
    <div class="options">
      <nav class="options-nav" aria-label={words.t('optionsSections')}>
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options-main">
        <h1>{words.t('optionsTitle')}</h1>
        {sections.map(({ id, title, content }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </main>
    </div>
  );
}
