import type { Words } from '../../lib/briefing/words';
import type { OriginModel } from '../../lib/settings/pack-models';

interface Props {
  readonly origin: OriginModel;
  readonly words: Words;
}

/** Where a pack came from, in our words: the true address or file, whatever the pack says of itself. */
export function OriginText({ origin, words }: Props) {
  if (origin.kind === 'bundled') return <>{words.t('originBundled')}</>;
  return <bdi class="name">{origin.kind === 'file' ? words.t('originFile', { name: origin.name }) : origin.url}</bdi>;
}
