/** What a reader sees once, after installing. Closing it leaves working defaults. */
import type { Words } from '../../lib/briefing/words';

interface Props {
  readonly words: Words;
  readonly onOptions: () => void;
}

export function Welcome({ words, onOptions }: Props) {
  return (
    <main class="welcome">
      <h1>{words.t('welcomeTitle')}</h1>
      <p>{words.t('welcomeWhat')}</p>
      <p class="welcome-lead">{words.t('welcomeHover')}</p>
      <p>{words.t('welcomeKeys')}</p>
      <p>{words.t('welcomeWhere')}</p>
      <p>{words.t('welcomePrivacy')}</p>
      <button type="button" onClick={onOptions}>
        {words.t('optionsTitle')}
      </button>
    </main>
  );
}
