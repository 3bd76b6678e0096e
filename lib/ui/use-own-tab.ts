/** The tab that this page is. */
import { useEffect, useState } from 'preact/hooks';
import { ownTab, type TabInfo } from '../platform/tabs';

/** `null` until it is known. */
export function useOwnTab(): TabInfo | null {
  const [tab, setTab] = useState<TabInfo | null>(null);
  useEffect(() => void ownTab().then(setTab), []);
  return tab;
}
