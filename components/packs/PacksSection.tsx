import type { Words } from '../../lib/briefing/words';
import type { AddingModel, IntegrityModel, OrphanModel, PacksModel } from '../../lib/settings/pack-models';
import { AddPack } from './AddPack';
import { Integrity } from './Integrity';
import { JobItem } from './JobItem';
import { PackItem } from './PackItem';
import type { PackActions } from './pack-actions';
import { UpdatesLine } from './UpdatesLine';

interface Props {
  /** `null` where this window sees another database: a private one, or a container. */
  readonly model: PacksModel | null;
  readonly adding: AddingModel | null;
  readonly integrity: IntegrityModel;
  readonly words: Words;
  readonly actions: PackActions;
}

/** The packs: what is installed, by whom and how far it goes; adding, updating, checking and removing. */
export function PacksSection({ model, adding, integrity, words, actions }: Props) {
  if (!model) return <p class="setting notice">{words.t('packsElsewhere')}</p>;
  const { packs, jobs, orphans, usedBytes } = model;
  return (
    <div class="packs">
      <div>
        <p class="quiet">{words.t('packsIntro')}</p>
        {/* Always there, so that what comes into it is read out. */}
        <div class="jobs-now" aria-live="polite">
          {jobs.length > 0 && (
            <>
              <h3>{words.t('jobsTitle')}</h3>
              <ul class="jobs">
                {jobs.map((job) => (
                  <JobItem key={job.id} job={job} words={words} {...actions} />
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      <h3 class="visually-hidden">{words.t('packInstalled')}</h3>
      <ul class="pack-list">
        {packs.map((pack) => (
          <PackItem key={pack.id} pack={pack} words={words} actions={actions} />
        ))}
        {orphans.map((orphan) => (
          <Orphan key={orphan.subscription.url} orphan={orphan} words={words} actions={actions} />
        ))}
      </ul>
      {usedBytes !== null && <p class="small quiet">{words.t('storageUsed', { bytes: words.bytes(usedBytes) })}</p>}
      <AddPack adding={adding} words={words} {...actions} />
      <Integrity integrity={integrity} words={words} {...actions} />
    </div>
  );
}

interface OrphanProps extends Pick<Props, 'words' | 'actions'> {
  readonly orphan: OrphanModel;
}

/** A subscription whose pack is not there: its first file was refused, or is on its way. */
function Orphan({ orphan: { subscription }, words, actions }: OrphanProps) {
  return (
    <li class="pack">
      <p class="name">{words.t('orphanSubscription', { host: subscription.host })}</p>
      <p class="small quiet name">
        <bdi>{subscription.url}</bdi>
      </p>
      <div class="small">
        <UpdatesLine subscription={subscription} name={subscription.host} words={words} {...actions} />
      </div>
    </li>
  );
}
