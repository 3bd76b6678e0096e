/** The page of an entity, live: another day or other knowledge shows here without being asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { EntityPageModel } from '../briefing/entity-models';
import type { Reference } from '../model/ids';
import type { Reading } from '../services/reading';
import type { KnowledgeReader } from './knowledge-reader';

/** `undefined`: not read yet; `null`: no pack has it. What is shown stays until there is something newer. */
export function useEntityPage(
  reader: KnowledgeReader,
  reference: Reference,
  reading: Reading,
): EntityPageModel | null | undefined {
  const [model, setModel] = useState<EntityPageModel | null | undefined>(undefined);
  const key = JSON.stringify(reading);
  useEffect(() => {
    let run = 0;
    const look = () => {
      run += 1;
      const mine = run;
      reader.entity({ ...reading, reference }).then(
        (found) => {
          if (mine === run) setModel(found);
        },
        // The background may be restarting: the next change asks again.
        () => undefined,
      );
    };
    look();
    const unwatch = reader.watch(look);
    return () => {
      run = -1;
      unwatch();
    };
  }, [reader, reference, key]);
  return model;
}
