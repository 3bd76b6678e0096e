import type { PageStatus } from '../../lib/briefing/view-models';
import { effectiveSettings } from '../../lib/settings/schema';
import { COMMANDS, type KeyModel } from '../../lib/settings/shortcuts';
import type { SitesModel } from '../../lib/settings/site-models';
import { type Example, nothing, type Samples } from '../examples';
import { USUAL_SITES } from '../sites/SitesSection.examples';
import { Welcome } from './Welcome';

const KEYS = COMMANDS.map(
  (name, i): KeyModel => ({
    name,
    keys: ['Alt+.', 'Alt+,', 'Alt+Shift+.', 'Alt+Shift+,'][i] ?? '',
    suggested: '',
    problem: null,
    isChanged: false,
  }),
);

/** The first page: while packs are installed, once they are, and where the browser withholds the sites. */
export function welcomeExamples({ briefings, words }: Samples): Example[] {
  const briefing = briefings.talks2025;
  const example = (
    name: string,
    status: PageStatus,
    { sites = USUAL_SITES, keys = KEYS }: { sites?: SitesModel; keys?: readonly KeyModel[] } = {},
  ): Example => ({
    name,
    page: 'welcome',
    view: (
      <Welcome
        settings={effectiveSettings({})}
        keys={keys}
        sites={sites}
        isDeclined={false}
        status={status}
        words={words}
        onChange={nothing}
        onWhere={nothing}
        onAllowListed={nothing}
        onOpenSample={nothing}
        onOptions={nothing}
        onPrivacy={nothing}
      />
    ),
  });
  const ready: PageStatus = { state: 'ready', host: '', briefing };
  return [
    example('welcome', ready),
    example('welcome-installing', { ...ready, installing: { done: 62_000, total: 90_000 } }),
    example('welcome-first-second', { state: 'installing', host: '', done: 0, total: 0 }),
    example('welcome-withheld', ready, { sites: { ...USUAL_SITES, withheld: USUAL_SITES.listed.length } }),
    example('welcome-without-keys', ready, { keys: KEYS.map((key) => ({ ...key, keys: '' })) }),
  ];
}
