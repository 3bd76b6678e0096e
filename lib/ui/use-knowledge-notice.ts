/** What popup and panel say of the stored knowledge, live; `null` while all is well. */
import { useEffect, useState } from 'preact/hooks';
import type { NoticeAction, NoticeModel } from '../briefing/view-models';
import { tell } from '../messaging/client';
import { type InterfaceLanguage, pickText } from '../model/localized';
import { installLedger, watchLedger } from '../platform/install-ledger';
import { readTrouble } from '../platform/knowledge-problem';
import { openOptions } from '../platform/panel';
import { watchStored } from '../platform/settings-area';
import type { LedgerPack } from '../services/install-ledger';

export function useKnowledgeNotice(lang: InterfaceLanguage | null): NoticeModel | null {
  const [notice, setNotice] = useState<NoticeModel | null>(null);
  useEffect(() => {
    if (lang === null) return;
    const stop = new AbortController();
    const look = () =>
      void readNotice(lang).then(
        (next) => {
          if (!stop.signal.aborted) setNotice(next);
        },
        () => undefined,
      );
    watchStored(look, stop.signal);
    watchLedger(look, stop.signal);
    look();
    return () => stop.abort();
  }, [lang]);
  return notice;
}

async function readNotice(lang: InterfaceLanguage): Promise<NoticeModel | null> {
  const [trouble, { lost, notesSafe }] = await Promise.all([readTrouble(), installLedger.read()]);
  if (trouble) {
    const { kind, pages } = trouble;
    return kind === 'blocked' ? { kind, pages } : { kind };
  }
  return lost.length === 0 ? null : { kind: 'lost', packs: lost.map((pack) => toModel(pack, lang)), notesSafe };
}

const toModel = ({ id, title, origin }: LedgerPack, lang: InterfaceLanguage) => ({
  title: pickText(title, lang) ?? { text: id, lang: 'en' },
  file: origin.kind === 'file' ? origin.name : null,
});

/** Does what was pressed. */
export function actOnNotice(action: NoticeAction): void {
  if (action === 'options') void openOptions();
  else if (action === 'backup') void openOptions('data');
  else tell('knowledge.mend', { action });
}
