/**
 * The reader's settings: one schema, defaults filled on read and never written, one storage key per setting, so that
 * two browsers merge setting by setting. Values that come back from storage may be anything: what does not fit its
 * schema is ignored and the default stands; keys that this version does not know are left alone.
 */
import * as v from 'valibot';

export const MARK_LEVELS = ['quiet', 'first', 'all'] as const;
export type MarkLevel = (typeof MARK_LEVELS)[number];

/** A host name as `location.host` gives it, without port. */
const hostSchema = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]+$/));

/** Every setting with its schema and default. A setting's storage key is `set:` and its name. */
export const SETTINGS = {
  /** How much is marked: nothing until asked, first mention per section, all. */
  marks: { schema: v.picklist(MARK_LEVELS), fallback: 'first' as MarkLevel },
  /** Rest before a card shows, in ms. `UX.md` 4: 150 to 1000. */
  hoverDelayMs: { schema: v.pipe(v.number(), v.integer(), v.minValue(150), v.maxValue(1000)), fallback: 300 as number },
  theme: { schema: v.picklist(['auto', 'light', 'dark']), fallback: 'auto' as 'auto' | 'light' | 'dark' },
  contrast: { schema: v.picklist(['auto', 'more']), fallback: 'auto' as 'auto' | 'more' },
  /** Language of the interface and of facts; `auto` is the browser's. */
  language: { schema: v.picklist(['auto', 'en', 'ja', 'ko']), fallback: 'auto' as 'auto' | 'en' | 'ja' | 'ko' },
  /** Newest event first, or oldest. */
  timelineOrder: { schema: v.picklist(['near', 'oldest']), fallback: 'near' as 'near' | 'oldest' },
} as const satisfies Record<string, { schema: v.GenericSchema; fallback: unknown }>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [K in SettingName]: (typeof SETTINGS)[K]['fallback'] };

/** One key a setting: `set:marks`. */
const SETTING_PREFIX = 'set:';
/** One key a site: `site:www.japantimes.co.jp` is `on` or `off`; absent means what the manifest says. */
export const SITE_PREFIX = 'site:';
const siteSchema = v.picklist(['on', 'off']);

/** What a content script is told. */
export interface PageSettings {
  readonly on: boolean;
  readonly marks: MarkLevel;
  readonly hoverDelayMs: number;
  /** Cards that travelled with the mentions are in the language that was set then. */
  readonly language: Settings['language'];
}

/** Fills defaults over what is stored. Never throws, whatever is stored. */
export function effectiveSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, { schema, fallback }] of Object.entries(SETTINGS)) {
    const parsed = v.safeParse(schema, stored[SETTING_PREFIX + name]);
    settings[name] = parsed.success ? parsed.output : fallback;
  }
  return settings as Settings;
}

/** The key and value to store for a setting; throws a `TypeError` when the value does not fit. */
export function storedSetting<K extends SettingName>(name: K, value: Settings[K]): Record<string, unknown> {
  const parsed = v.safeParse(SETTINGS[name].schema, value);
  if (!parsed.success) throw new TypeError(`${name} cannot be ${JSON.stringify(value)}`);
  return { [SETTING_PREFIX + name]: parsed.output };
}

/** True for keys that hold a setting or a site's switch, those of a newer version too: they are the reader's. */
export const isKept = (key: string): boolean => key.startsWith(SETTING_PREFIX) || key.startsWith(SITE_PREFIX);

/** Whether Sidelight is on for a host. */
export function isSiteOn(stored: Readonly<Record<string, unknown>>, host: string): boolean {
  const parsed = v.safeParse(siteSchema, stored[SITE_PREFIX + host]);
  return !(parsed.success && parsed.output === 'off');
}

/** The key and value to store for a site's switch; `null` when the host is not a host name. */
export function storedSite(host: string, on: boolean): Record<string, unknown> | null {
  return v.is(hostSchema, host) ? { [SITE_PREFIX + host]: on ? 'on' : 'off' } : null;
}

/** What a page of this host is told. */
export function pageSettings(stored: Readonly<Record<string, unknown>>, host: string): PageSettings {
  const settings = effectiveSettings(stored);
  const { marks, hoverDelayMs, language } = settings;
  return { on: isSiteOn(stored, host), marks, hoverDelayMs, language };
}
