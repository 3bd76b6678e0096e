import { EntityPage } from '../../components/entity/EntityPage';
import { PageFrame } from '../../components/entity/PageFrame';
import type { Words } from '../../lib/briefing/words';
import type { Reference } from '../../lib/model/ids';
import type { Reading } from '../../lib/services/reading';
import type { KnowledgeReader } from '../../lib/ui/knowledge-reader';
import { useEntityPage } from '../../lib/ui/use-entity-page';

interface Props {
  readonly reference: Reference;
  readonly source: KnowledgeReader;
  readonly reading: Reading;
  readonly words: Words;
  readonly onOpen: (reference: Reference) => void;
  readonly onBack: () => void;
}

/** The page of what was opened, read as the panel reads. */
export function OpenedPage({ reference, source, reading, words, onOpen, onBack }: Props) {
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
