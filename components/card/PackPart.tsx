import type { PackSection } from '../../lib/briefing/view-models';
import type { Words } from '../../lib/briefing/words';
import type { AsOf } from '../../lib/model/article';
import { SourceList } from '../base/SourceList';
import { Text } from '../base/Text';
import { RoleLines } from './RoleLines';

interface Props {
  readonly section: PackSection;
  readonly asOf: AsOf;
  readonly words: Words;
}

/** What another pack adds, under its own name. */
export function PackPart({ section, asOf, words }: Props) {
  const { pack, roles, description, sources, coverageTo, daysBehind } = section;
  return (
    <section class="card-pack">
      <h2>
        <Text value={pack.title} />
      </h2>
      {roles && <RoleLines block={roles} asOf={asOf} words={words} dated={false} />}
      {description && (
        <p>
          <Text value={description} />
        </p>
      )}
      {daysBehind > 0 && <p class="notice small">{words.t('recordEnds', { date: words.date(coverageTo) })}</p>}
      <SourceList sources={sources} words={words} asOfDay={asOf.day} />
    </section>
  );
}
