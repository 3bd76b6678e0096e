/** The check of the packs, as the reader starts it in the options. */
import { useRef, useState } from 'preact/hooks';
import { tell } from '../messaging/client';
import { type InterfaceLanguage, pickText } from '../model/localized';
import { slices } from '../platform/slices';
import { checkPacks, type Damage, mendPacks, type PackReview } from '../services/check-packs';
import type { KnowledgeStore } from '../services/ports';
import type { DamageModel, IntegrityModel } from '../settings/pack-models';
import { readableHost } from '../text/address';

/** Progress is shown no more often. */
const TELL_EVERY_MS = 200;

export function useIntegrity(store: KnowledgeStore, lang: InterfaceLanguage) {
  const [model, setModel] = useState<IntegrityModel>({ state: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const last = useRef<PackReview | null>(null);
  return {
    model,
    async onVerify() {
      const control = new AbortController();
      stop.current = control;
      let told = Number.NEGATIVE_INFINITY;
      const onProgress = (done: number, total: number) => {
        if (slices.now() - told < TELL_EVERY_MS) return;
        told = slices.now();
        setModel({ state: 'running', done, total });
      };
      setModel({ state: 'running', done: 0, total: 0 });
      try {
        const review = await checkPacks(store, { slices, signal: control.signal, onProgress });
        last.current = review;
        setModel(review ? toModel(review, lang) : { state: 'idle' });
      } catch (error) {
        if (!control.signal.aborted) throw error;
        setModel({ state: 'idle' });
      }
    },
    onStopVerifying: () => stop.current?.abort(),
    async onMend() {
      if (!last.current) return;
      await mendPacks(store, last.current);
      setModel({ state: 'idle' });
      tell('packs.work', {});
    },
  };
}

function toModel({ records, damaged, count, indexIsSound }: PackReview, lang: InterfaceLanguage): IntegrityModel {
  return { state: 'done', records, damaged: damaged.map((entry) => toDamage(entry, lang)), count, indexIsSound };
}

function toDamage({ pack: { header, origin }, place, id }: Damage, lang: InterfaceLanguage): DamageModel {
  return {
    pack: pickText(header.title, lang) ?? { text: header.id, lang: 'en' },
    origin: origin.kind === 'url' ? { ...origin, host: readableHost(origin.url) ?? origin.url } : origin,
    record: id ?? `#${place + 1}`,
  };
}
