import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import { findIn } from './find-in';

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

/** The options: one page, its sections beside it in a list, and a field that finds any of them by a word. */
export function OptionsPage({ sections, current, words }: Props) {
  const searchId = useId();
  const main = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);

  // What a section says is known to the page alone: sections come from many places. Again after each drawing.
  useLayoutEffect(() => {
    const next = main.current && findIn(main.current, wanted);
    setFound((before) =>
      [...(before ?? [])].join() === [...(next ?? [])].join() && !before === !next ? before : next,
    );
  });

  const isShown = (id: string) => found === null || found.has(id);
  return (
    <div class="options">
      <nav class="options-nav" aria-label={words.t('optionsSections')}>
        <ul>
          {sections
            .filter(({ id }) => isShown(id))
            .map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                  {title}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      <main class="options-main" ref={main}>
        <div class="options-head">
          <h1>{words.t('optionsTitle')}</h1>
          <search>
            <label class="visually-hidden" for={searchId}>
              {words.t('optionsSearch')}
            </label>
            <input
              id={searchId}
              type="search"
              class="options-search"
              placeholder={words.t('optionsSearch')}
              autocomplete="off"
              value={wanted}
              onInput={({ currentTarget }) => setWanted(currentTarget.value)}
            />
          </search>
        </div>
        <p class="quiet" role="status">
          {found?.size === 0 && words.t('optionsNotFound', { text: wanted.trim() })}
        </p>
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
