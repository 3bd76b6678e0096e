/** Options: what can be chosen so far. Every control takes effect at once, in every open page. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/settings/settings.css';
import { SettingsForm } from '../../components/settings/SettingsForm';
import { changeSetting, useReader } from '../../lib/ui/use-reader';

function Page() {
  const reader = useReader();
  return reader ? (
    <SettingsForm
      settings={reader.settings}
      words={reader.words}
      onChange={(name, value) => void changeSetting(name, value)}
    />
  ) : null;
}

render(<Page />, document.getElementById('root') as HTMLElement);
