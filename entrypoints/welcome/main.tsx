/** The first page after install: one screen, no account, no tour. */
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/settings/settings.css';
import '../../components/sites/sites.css';
import '../../components/welcome/welcome.css';
import { Welcome } from '../../components/welcome/Welcome';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { openOptions, openSample } from '../../lib/platform/panel';
import { askedDescriber } from '../../lib/ui/own-status';
import { useKeys } from '../../lib/ui/use-keys';
import { useOwnTab } from '../../lib/ui/use-own-tab';
import { changeSetting, type Reader, useReader } from '../../lib/ui/use-reader';
import { useSites } from '../../lib/ui/use-sites';
import { useTabStatus } from '../../lib/ui/use-tab-status';
import { startOwnSession } from '../article.content/own-session';

function Page({ settings, words }: Reader) {
  const tab = useOwnTab();
  const status = useTabStatus(askedDescriber, tab?.id ?? null);
  const { keys } = useKeys();
  const { model, isDeclined, choose, allowListed } = useSites();
  useEffect(() => void startOwnSession(), []);
  return (
    <Welcome
      settings={settings}
      keys={keys}
      sites={model}
      isDeclined={isDeclined}
      status={status}
      words={words}
      onChange={(name, value) => void changeSetting(name, value)}
      onWhere={choose}
      onAllowListed={allowListed}
      onOpenSample={() => void openSample(tab?.windowId ?? 0)}
      onOptions={() => void openOptions()}
      onPrivacy={() => void openOptions('privacy')}
    />
  );
}

function Root() {
  const reader = useReader();
  return reader && <Page {...reader} />;
}

tellProblems();
render(<Root />, document.getElementById('root') as HTMLElement);
