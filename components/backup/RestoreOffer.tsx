import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/briefing/words';
import type { RestoreModel } from '../../lib/settings/backup-models';
import { Text } from '../base/Text';

interface Props {
  readonly restore: RestoreModel;
  readonly words: Words;
  readonly onRestore: () => void;
  readonly onDecline: () => void;
}

/** What a file would change, before it does. */
export function RestoreOffer({ restore, words, onRestore, onDecline }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was asked for with the file is answered here.
  useLayoutEffect(() => heading.current?.focus(), []);
  const { made, settings, records, packs, unknown } = restore;
  const isNothing = settings === 0 && records.length === 0 && packs.length === 0;
  return (
    <div class="backup-offer">
      <h4 ref={heading} tabIndex={-1}>
        {made === null ? words.t('backupUndated') : words.t('backupOf', { date: words.date(made.slice(0, 10)) })}
      </h4>
      {isNothing ? (
        <p>{words.t('backupNothing')}</p>
      ) : (
        <>
          <p>{words.t('backupWould')}</p>
          <ul class="figures">
            {settings > 0 && <li>{words.t('backupSettings', { n: settings })}</li>}
            {records.map(({ table, count }) => (
              <li key={table}>{words.t(`backupTable_${table}`, { n: count })}</li>
            ))}
            {packs.map(({ title, version }) => (
              <li key={`${title.text} ${version}`} class="name">
                <Text value={title} /> <span class="quiet">{version}</span>
              </li>
            ))}
          </ul>
          <p class="quiet">{words.t('backupKeeps')}</p>
        </>
      )}
      {unknown > 0 && <p class="notice figures">{words.t('backupUnknown', { n: unknown })}</p>}
      <p class="backup-actions">
        {!isNothing && (
          <button type="button" onClick={onRestore}>
            {words.t('restore')}
          </button>
        )}
        <button type="button" onClick={onDecline}>
          {words.t(isNothing ? 'close' : 'cancel')}
        </button>
      </p>
    </div>
  );
}
