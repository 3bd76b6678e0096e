import type { PageStatus } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { Place, SettingName, Settings } from '../../lib/settings/schema';
import type { KeyModel } from '../../lib/settings/shortcuts';
import type { SitesModel } from '../../lib/settings/site-models';
import { InstallingLine } from '../base/InstallingLine';
import { StatusLine } from '../base/StatusLine';
import { moreOf } from '../base/status-message';
import { languageChoice } from '../settings/setting-sections';
import { WhereChoice } from '../sites/WhereChoice';
import { Story } from './Story';

interface Props {
  readonly settings: Settings;
  /** `null` until they are read. */
  readonly keys: readonly KeyModel[] | null;
  readonly sites: SitesModel | null;
  readonly isDeclined: boolean;
  /** What the background says of this page: whether its names are known yet. */
  readonly status: PageStatus | null;
  readonly words: Words;
  readonly onChange: <K extends SettingName>(name: K, value: Settings[K]) => void;
  /** These three are called in the click itself. */
  readonly onWhere: (where: Place) => void;
  readonly onAllowListed: () => void;
  readonly onOpenSample: () => void;
  readonly onOptions: () => void;
  readonly onPrivacy: () => void;
}

/** What a reader sees once, after installing: one screen. Closing it at any moment leaves working defaults. */
export function Welcome(props: Props) {
  const { settings, keys, sites, isDeclined, status, words, onChange } = props;
  return (
    <main class="welcome">
      <header>
        <h1>{words.t('welcomeTitle')}</h1>
        <p class="welcome-what">{words.t('welcomeWhat')}</p>
      </header>
      <Story keys={keys} words={words} />
      {/* A form: what is in it is not the article's text. */}
      <form class="welcome-steps" onSubmit={(event) => event.preventDefault()}>
        {sites && (
          <WhereChoice
            model={sites}
            isDeclined={isDeclined}
            words={words}
            onWhere={props.onWhere}
            onAllowListed={props.onAllowListed}
          />
        )}
        <section aria-labelledby="welcome-languages">
          <h2 id="welcome-languages">{words.t('optionsLanguages')}</h2>
          {languageChoice('language', { settings, words, onChange })}
          {languageChoice('namesLanguage', { settings, words, onChange })}
        </section>
        <section aria-labelledby="welcome-privacy">
          <h2 id="welcome-privacy">{words.t('optionsPrivacy')}</h2>
          <div>
            {words.t('welcomePrivacy')}{' '}
            <button type="button" class="link" onClick={props.onPrivacy}>
              {words.t('welcomePrivacyMore')}
            </button>
          </div>
        </section>
        <section aria-labelledby="welcome-packs">
          <h2 id="welcome-packs">{words.t('optionsPacks')}</h2>
          <Packs status={status} words={words} />
        </section>
        <div class="welcome-end">
          <button type="button" class="primary" onClick={props.onOpenSample}>
            {words.t('openSample')}
          </button>
          <button type="button" class="link" onClick={props.onOptions}>
            {words.t('allOptions')}
          </button>
        </div>
      </form>
    </main>
  );
}

/** How far what ships with Sidelight is installed; what is there answers meanwhile. */
function Packs({ status, words }: Pick<Props, 'status' | 'words'>) {
  const more = status ? moreOf(status) : undefined;
  if (status?.state === 'installing' || status?.state === 'failed') {
    return <StatusLine status={status} words={words} onAddPacks={() => undefined} />;
  }
  return more ? <InstallingLine installing={more} words={words} /> : <div class="quiet">{words.t('welcomePacks')}</div>;
}
