/** Options: what can be chosen so far. Every control takes effect at once, in every open page. */
import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/backup/backup.css';
import '../../components/look-up/look-up.css';
import '../../components/options/options.css';
import '../../components/own/own.css';
import '../../components/packs/packs.css';
import '../../components/keys/keys.css';
import '../../components/settings/settings.css';
import { BackupPart } from '../../components/backup/BackupPart';
import '../../components/sites/sites.css';
import '../../components/sync/sync.css';
import { lookUpSections } from '../../components/look-up/look-up-sections';
import { OptionsPage, type OptionsSection } from '../../components/options/OptionsPage';
import { PacksSection } from '../../components/packs/PacksSection';
import { ProblemNotes } from '../../components/problems/ProblemNotes';
import { settingSections } from '../../components/settings/setting-sections';
import { SyncSection } from '../../components/sync/SyncSection';
import type { Words } from '../../lib/briefing/words';
import { tellProblems } from '../../lib/messaging/tell-problems';
import { useAddressPart } from '../../lib/ui/use-address-part';
import { useBackup } from '../../lib/ui/use-backup';
import { useIntegrity } from '../../lib/ui/use-integrity';
import { useLookUpConsent, useRequests } from '../../lib/ui/use-look-ups';
import { usePacks } from '../../lib/ui/use-packs';
import { useProblems } from '../../lib/ui/use-problems';
import { changeSetting, type Reader, useReader } from '../../lib/ui/use-reader';
import { useSync } from '../../lib/ui/use-sync';
import { useKeysSection, useSitesSection } from './keys-and-sites';
import { useOwnSections } from './own-sections';

function useStoredSections(words: Words): readonly [packs: OptionsSection, data: OptionsSection] {
  const { stores, model, adding, actions } = usePacks(words.lang);
  const { model: integrity, ...checking } = useIntegrity(stores.knowledge, words.lang);
  const content = model !== undefined && (
    <PacksSection
      model={model}
      adding={adding}
      integrity={integrity}
      words={words}
      actions={{ ...actions, ...checking }}
    />
  );
  const backup = useBackup(stores, words.lang);
  return [
    { id: 'packs', title: words.t('optionsPacks'), content },
    { id: 'data', title: words.t('optionsData'), content: <BackupPart {...backup} words={words} /> },
  ];
}

function useSyncSection(words: Words): OptionsSection {
  const { model, ...sync } = useSync();
  const content = model && <SyncSection model={model} words={words} {...sync} />;
  return { id: 'sync', title: words.t('optionsSync'), content };
}

function Page({ settings, words }: Reader) {
  const [packs, data] = useStoredSections(words);
  const keys = useKeysSection(words);
  const sites = useSitesSection(words);
  const sync = useSyncSection(words);
  const consent = useLookUpConsent();
  const { requests, clear } = useRequests();
  const own = useOwnSections(words);
  const { model: problems, ...withProblems } = useProblems();
  const current = useAddressPart();
  const onChange: Parameters<typeof settingSections>[0]['onChange'] = (name, value) => void changeSetting(name, value);
  const [appearance, marks, languages] = settingSections({ settings, words, onChange });
  const notes = problems && <ProblemNotes model={problems} words={words} {...withProblems} />;
  return (
    <OptionsPage
      sections={[
        appearance,
        marks,
        keys,
        languages,
        sites,
        packs,
        sync,
        ...lookUpSections({ consent, requests, onClear: clear, words, privacy: own.history }),
        own.section,
        { ...data, content: [data.content, notes, own.erase] },
      ]}
      current={current}
      words={words}
    />
  );
}

function Root() {
  const reader = useReader();
  return reader && <Page {...reader} />;
}

tellProblems();
render(<Root />, document.getElementById('root') as HTMLElement);
