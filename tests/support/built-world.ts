/** A world pack built from small inputs, as its records. */
import { sha256 } from '../../lib/cli/files';
import type { Entity, PackEvent, PackRecord } from '../../lib/model/pack';
import { buildWorld } from '../../lib/packs/build/build-world';
import type { WorldInputs } from '../../lib/packs/build/inputs';
import { checkPack } from '../../lib/packs/check-pack';
import { someInputs } from './world-inputs';

export interface BuiltWorld {
  readonly text: string;
  readonly report: string;
  readonly records: readonly PackRecord[];
  entity(id: string): Entity | undefined;
  readonly events: readonly PackEvent[];
}

/** Builds and checks: what the checker refuses fails the test. */
export async function builtWorld(parts: Partial<WorldInputs> = {}): Promise<BuiltWorld> {
  const { text, report } = await buildWorld(someInputs(parts), sha256);
  const checked = await checkPack(text, sha256);
  if ('problems' in checked)
    throw new Error(checked.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const { records } = checked.pack;
  const entities = new Map(
    records.flatMap((record) => (record.record === 'entity' ? [[record.id as string, record] as const] : [])),
  );
  return {
    text,
    report: report.join('\n'),
    records,
    entity: (id) => entities.get(id),
    events: records.filter((record) => record.record === 'event'),
  };
}

/** Names of a record as `kind:text`, with `!` where they need other evidence and the family name within them behind. */
export const namesOf = (entity: Entity | undefined): string[] =>
  (entity?.names ?? []).map(
    ({ kind, text, needs, family }) => `${kind}:${text}${needs ? '!' : ''}${family ? ` (${family})` : ''}`,
  );

/** Roles of a record as `post from/to asOf`. */
export const rolesOf = (entity: Entity | undefined): string[] =>
  (entity?.roles ?? []).map(
    ({ post, from = '', to = '', asOf }) => `${post} ${from}/${to}${asOf ? ` as of ${asOf}` : ''}`,
  );
