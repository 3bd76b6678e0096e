import type { ComponentChildren } from 'preact';
import type { Words } from '../../lib/briefing/words';
import type { PackModel } from '../../lib/settings/pack-models';
import { SourceLink } from '../base/SourceLink';
import { Text } from '../base/Text';
import { Changes } from './Changes';
import { OriginText } from './OriginText';
import type { PackActions } from './pack-actions';
import { RemovePack } from './RemovePack';
import { UpdatesLine } from './UpdatesLine';

interface Props {
  readonly pack: PackModel;
  readonly words: Words;
  readonly actions: PackActions;
}

/** An installed pack: by whom, under which licence, how much, how old, how far; and what can be done with it. */
export function PackItem({ pack, words, actions }: Props) {
  const { id, title, origin, homepage, subscription, offer, lastUpdate } = pack;
  const contents = [
    words.t('packRecords', { n: pack.records }),
    words.bytes(pack.bytes),
    words.t('packVersion', { version: pack.version }),
  ].join(' · ');
  return (
    <li class="pack">
      <h4 class="name">
        <Text value={title} />
      </h4>
      <dl class="pack-facts">
        <Fact label={words.t('packFrom')}>
          <OriginText origin={origin} words={words} />
        </Fact>
        <Fact label={words.t('packPublisher')}>
          <bdi class="name">{pack.publisher}</bdi>
          {homepage && (
            <>
              {' · '}
              <SourceLink url={homepage}>{words.t('packHomepage')}</SourceLink>
            </>
          )}
        </Fact>
        <Fact label={words.t('packLicense')}>
          <bdi class="name">{pack.license}</bdi>
        </Fact>
        <Fact label={words.t('packContents')}>{contents}</Fact>
        <Fact label={words.t('packEnds')}>{words.date(pack.coverageTo)}</Fact>
        <Fact label={words.t('packInstalled')}>{words.relative(-pack.installedAgo)}</Fact>
        {(subscription || offer) && (
          <Fact label={words.t('packUpdates')}>
            {subscription ? (
              <UpdatesLine subscription={subscription} name={title.text} words={words} {...actions} />
            ) : (
              offer && (
                <button type="button" class="link" onClick={() => actions.onFollow(id, offer.url)}>
                  {words.t('followUpdates', { host: offer.host })}
                </button>
              )
            )}
          </Fact>
        )}
      </dl>
      {lastUpdate && (
        <Changes
          changes={lastUpdate.changes}
          words={words}
          intro={words.t('updatedAgo', { ago: words.relative(-lastUpdate.ago) })}
        />
      )}
      {origin.kind !== 'bundled' && (
        <div class="pack-controls">
          <PrivateSwitch pack={pack} words={words} onPrivate={actions.onPrivate} />
          <RemovePack pack={pack} words={words} onRemove={actions.onRemove} />
        </div>
      )}
    </li>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface PrivateProps extends Pick<PackActions, 'onPrivate'> {
  readonly pack: PackModel;
  readonly words: Words;
}

/** Whether the pack's names are kept out of pages; its author's word stands. */
function PrivateSwitch({ pack, words, onPrivate }: PrivateProps) {
  if (pack.isPrivateByAuthor) return <p class="small quiet">{words.t('packPrivateByAuthor')}</p>;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={pack.isPrivate}
        onChange={(event) => onPrivate(pack.id, event.currentTarget.checked)}
      />
      <span>{words.t('packPrivate')}</span>
    </label>
  );
}
