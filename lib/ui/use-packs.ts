/** The Packs section, live: what is stored, and what the reader can do with it. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask, tell } from '../messaging/client';
import type { PackId } from '../model/ids';
import type { InterfaceLanguage } from '../model/localized';
import { refuseLink } from '../packs/refuse-link';
import { requestHost } from '../platform/host-access';
import { describePacks, type StoredPacks } from '../services/describe-packs';
import { acceptHeld, cancelJob, clearFinished, queueImport, queueRemoval, setPrivate } from '../services/queue-jobs';
import { declineUpdate } from '../services/subscriptions/settle';
import type { AddingModel, PacksModel } from '../settings/pack-models';
import { readableHost } from '../text/address';
import { openPackStores, type PackStores } from './stored-packs';

/** Ages are told in minutes at the finest. */
const TICK_MS = 30_000;

export interface Packs {
  readonly stores: PackStores;
  /** `null` where this window sees another database, `undefined` until it is read. */
  readonly model: PacksModel | null | undefined;
  readonly adding: AddingModel | null;
  readonly actions: ReturnType<typeof createActions>;
}

export function usePacks(lang: InterfaceLanguage): Packs {
  const stores = useMemo(openPackStores, []);
  const [stored, setStored] = useState<StoredPacks | null | undefined>(undefined);
  const [adding, setAdding] = useState<AddingModel | null>(null);
  const [now, setNow] = useState(Date.now);
  const actions = useRef(createActions(stores, setAdding)).current;
  useEffect(
    () =>
      stores.watch((next) => {
        setNow(Date.now());
        setStored(next);
      }),
    [stores],
  );
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return { stores, model: stored && describePacks(stored, { now, lang }), adding, actions };
}

/** Queued jobs are taken up by the background, which the message wakes. */
const work = (): void => tell('packs.work', {});

function createActions({ jobs, knowledge, subscriptions }: PackStores, setAdding: (adding: AddingModel) => void) {
  /** In the click itself: any `await` before would lose the gesture. */
  const subscribe = async (url: string, pack: PackId | null): Promise<void> => {
    const host = readableHost(url) ?? url;
    const say = (state: string, status: number | null = null) =>
      setAdding({ host, state: state.replaceAll('-', '_'), status });
    if (refuseLink(url, { secure: true }) !== null) return say('address');
    const asking = requestHost(url);
    say('asking');
    if (!(await asking)) return say('declined');
    const result = await ask('packs.subscribe', { url, pack, isPrivate: false });
    if (result.kind === 'refused' || result.kind === 'failed')
      return say(result.reason, 'status' in result ? (result.status ?? null) : null);
    say(result.kind);
  };

  return {
    async onFiles(files: readonly File[]) {
      for (const file of files) await queueImport(jobs, file, { origin: { kind: 'file', name: file.name } });
      work();
    },
    onAddUrl: (url: string) => void subscribe(url, null),
    onFollow: (pack: PackId, url: string) => void subscribe(url, pack),
    async onAllow(url: string) {
      if (await requestHost(url)) tell('packs.check', { url });
    },
    onCheck: (url: string) => tell('packs.check', { url }),
    onStop: (url: string) => tell('packs.unsubscribe', { url }),
    async onRemove(pack: PackId) {
      for (const subscription of await subscriptions.list())
        if (subscription.pack === pack) await ask('packs.unsubscribe', { url: subscription.url });
      // An update that waits would bring it back when it is taken.
      for (const job of await jobs.list())
        if (job.kind === 'import' && job.pack?.id === pack && job.state.kind === 'held') await cancelJob(jobs, job.id);
      await queueRemoval(jobs, knowledge, pack);
      work();
    },
    async onPrivate(pack: PackId, isPrivate: boolean) {
      await setPrivate(knowledge, pack, isPrivate);
      work();
    },
    async onCancel(job: string) {
      await declineUpdate({ subscriptions, jobs }, job);
      work();
    },
    async onAccept(job: string) {
      await acceptHeld(jobs, job);
      work();
    },
    onDismiss: (job: string) => clearFinished(jobs, job),
  };
}
