import type { ComponentChildren } from 'preact';
import { EntityPage } from '../../components/entity/EntityPage';
import { PageFrame } from '../../components/entity/PageFrame';
import { PageStack } from '../../components/entity/PageStack';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import type { Reading } from '../../lib/services/reading';
import type { KnowledgeReader } from '../../lib/ui/knowledge-reader';
import { useEntityPage } from '../../lib/ui/use-entity-page';
import type { OpenedPages as Opened } from '../../lib/ui/use-opened-pages';

interface Props {
  readonly opened: Opened;
  readonly source: KnowledgeReader;
  readonly reading: Reading;
  readonly words: Words;
  /** What lies below. */
  readonly children: ComponentChildren;
}

/** The pages that were opened, one on the other, read as the panel reads. */
export function OpenedPages({ opened, children, ...read }: Props) {
  const pages = opened.pages.map((reference, i) => ({
    key: `${i} ${reference}`,
    view: <OpenedPage {...read} reference={reference} onOpen={opened.open} onBack={opened.back} />,
  }));
  return <PageStack pages={pages}>{children}</PageStack>;
}

interface PageProps extends Pick<Props, 'source' | 'reading' | 'words'> {
  readonly reference: Reference;
  readonly onOpen: (reference: Reference) => void;
  readonly onBack: () => void;
}

function OpenedPage({ reference, source, reading, words, onOpen, onBack }: PageProps) {
  const model = useEntityPage(source, reference, reading);
  return (
    <PageFrame words={words} onBack={onBack}>
      {model ? (
        <EntityPage model={model} words={words} onOpen={onOpen} />
      ) : (
        model === null && <p role="status">{words.t('entityGone')}</p>
      )}
    </PageFrame>
  );
}
