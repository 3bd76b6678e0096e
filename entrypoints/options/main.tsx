/** Options: what can be chosen so far. Every control takes effect at once, in every open page. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/options/options.css';
import '../../components/settings/settings.css';
import { OptionsPage } from '../../components/options/OptionsPage';
import { settingSections } from '../../components/settings/setting-sections';
import { useAddressPart } from '../../lib/ui/use-address-part';
import { changeSetting, useReader } from '../../lib/ui/use-reader';

function Page() {
  const reader = useReader();
  const current = useAddressPart(reader !== null);
  if (!reader) return null;
  const { settings, words } = reader;
  const sections = settingSections({
    settings,
    words,
    onChange: (name, value) => void changeSetting(name, value),
  });
  return <OptionsPage sections={sections} current={current} words={words} />;
}

render(<Page />, document.getElementById('root') as HTMLElement);
