/** The first page after install: one screen, no account, no tour. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/welcome/welcome.css';
import { Welcome } from '../../components/welcome/Welcome';
import { openOptions } from '../../lib/platform/panel';
import { useReader } from '../../lib/ui/use-reader';

function Page() {
  const reader = useReader();
  return reader ? <Welcome words={reader.words} onOptions={() => void openOptions()} /> : null;
}

render(<Page />, document.getElementById('root') as HTMLElement);
