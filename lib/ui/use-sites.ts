/** Where Sidelight works, live, and what the reader can do about it. What asks the browser must be called in the click. */
import { useEffect, useState } from 'preact/hooks';
import { readStored, removeSite, watchStored, writeSite } from '../platform/settings-area';
import {
  askForEverywhere,
  askForListed,
  askForSite,
  giveBackEverywhere,
  giveBackSite,
  mayReadEverywhere,
  mayReadSite,
  watchSiteAccess,
  withheldSites,
} from '../platform/site-access';
import { NEWS_SITES } from '../settings/news-sites';
import { effectiveSettings, isSiteOn, ownSites, type Place, siteKey, storedSite } from '../settings/schema';
import type { SitesModel } from '../settings/site-models';
import { patternOf } from '../settings/sites';
import { changeSetting } from './use-reader';

export interface SitesControl {
  /** `null` until it is read. */
  readonly model: SitesModel | null;
  /** The reader has just declined what the browser asked. */
  readonly isDeclined: boolean;
  choose(where: Place): void;
  /** Asks again for the sites on our list. */
  allowListed(): void;
  switchSite(site: string, on: boolean): void;
  /** Adds a site of the reader's own, or asks again for one. */
  add(site: string): void;
  remove(site: string): void;
}

const HERE = { private: false } as const;

export function useSites(): SitesControl {
  const [model, setModel] = useState<SitesModel | null>(null);
  const [isDeclined, setDeclined] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const look = () =>
      void readModel().then((next) => {
        if (!stop.signal.aborted) setModel(next);
      });
    watchStored(look, stop.signal);
    watchSiteAccess(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
  const after = (asking: Promise<boolean>, allowed?: () => Promise<void>) => {
    setDeclined(false);
    void asking.then((isAllowed) => {
      setDeclined(!isAllowed);
      if (isAllowed) void allowed?.();
    });
  };
  const write = async (site: string, on: boolean) => {
    const entry = storedSite(site, on);
    if (entry) await writeSite(entry, HERE);
  };
  return {
    model,
    isDeclined,
    choose(where) {
      if (where === 'everywhere') return after(askForEverywhere(), () => changeSetting('where', where));
      setDeclined(false);
      void changeSetting('where', where).then(giveBackEverywhere);
    },
    allowListed: () => after(askForListed()),
    switchSite: (site, on) => void write(site, on),
    add: (site) => after(askForSite(site), () => write(site, true)),
    remove: (site) => void removeSite(siteKey(site), HERE).then(() => giveBackSite(site)),
  };
}

async function readModel(): Promise<SitesModel> {
  const [stored, everywhere, withheld] = await Promise.all([readStored(), mayReadEverywhere(), withheldSites()]);
  const own = ownSites(stored);
  const allowed = await Promise.all(own.map(({ site }) => mayReadSite(site)));
  return {
    where: effectiveSettings(stored).where,
    mayReadEverywhere: everywhere,
    withheld: withheld.size,
    listed: NEWS_SITES.map((entry) => ({
      ...entry,
      isOn: isSiteOn(stored, entry.site),
      isWithheld: withheld.has(patternOf(entry.site)),
    })),
    own: own.map((entry, i) => ({ ...entry, isAllowed: allowed[i] === true })),
  };
}
