import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly words: Words;
  readonly onOptions: () => void;
}

/** What a reader sees once, after installing. Closing it leaves working defaults. */
export function Welcome({ words, onOptions }: Props) {
  return (
    <main class="welcome">
      <h1>{words.t('welcomeTitle')}</h1>
      <p class="welcome-what">{words.t('welcomeWhat')}</p>
      <ul class="welcome-facts">
        <li>
          <strong>{words.t('welcomeHover')}</strong> {words.t('welcomeKeys')}
        </li>
        <li>{words.t('welcomeWhere')}</li>
        <li>{words.t('welcomePrivacy')}</li>
      </ul>
      <button type="button" onClick={onOptions}>
        {words.t('optionsTitle')}
      </button>
    </main>
  );
}
