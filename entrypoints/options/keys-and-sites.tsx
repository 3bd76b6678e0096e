/** The sections of the options that the browser has a say in: keys and sites. */
import { KeysSection } from '../../components/keys/KeysSection';
import type { OptionsSection } from '../../components/options/OptionsPage';
import { SitesSection } from '../../components/sites/SitesSection';
import type { Words } from '../../lib/briefing/words';
import { useKeys } from '../../lib/ui/use-keys';
import { useSites } from '../../lib/ui/use-sites';

export function useKeysSection(words: Words): OptionsSection {
  const { keys, isMac, canRecord, refused, record, reset, openSettings } = useKeys();
  const content = keys && (
    <KeysSection
      keys={keys}
      isMac={isMac}
      canRecord={canRecord}
      refused={refused}
      words={words}
      onRecord={record}
      onReset={reset}
      onOpenSettings={openSettings}
    />
  );
  return { id: 'keys', title: words.t('optionsKeys'), content };
}

export function useSitesSection(words: Words): OptionsSection {
  const { model, isDeclined, choose, allowListed, switchSite, add, remove } = useSites();
  const content = model && (
    <SitesSection
      model={model}
      isDeclined={isDeclined}
      words={words}
      onWhere={choose}
      onAllowListed={allowListed}
      onSwitch={switchSite}
      onAdd={add}
      onRemove={remove}
    />
  );
  return { id: 'sites', title: words.t('optionsSites'), content };
}
