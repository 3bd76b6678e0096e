/** Our own sample article: marks, card and panel work on it as on a news site. */
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/welcome/welcome.css';
import { type Sample, SampleArticle } from '../../components/welcome/SampleArticle';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { type Reader, useReader } from '../../lib/ui/use-reader';
import { useSample } from '../../lib/ui/use-sample';
import { startOwnSession } from '../article.content/own-session';

function Page({ words }: Reader) {
  const sample = useSample<Sample>(words.lang);
  const isDrawn = sample !== null;
  useEffect(() => {
    if (isDrawn) void startOwnSession();
  }, [isDrawn]);
  return sample && <SampleArticle sample={sample} day={words.date(sample.published)} note={words.t('sampleNote')} />;
}

function Root() {
  const reader = useReader();
  return reader && <Page {...reader} />;
}

tellProblems();
render(<Root />, document.getElementById('root') as HTMLElement);
