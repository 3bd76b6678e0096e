/**
 * The reader's settings: one schema, defaults filled on read and never written, one storage key per setting, so that
 * two browsers merge setting by setting. Values that come back from storage may be anything: what does not fit its
 * schema is ignored and the default stands; keys that this version does not know are left alone. A setting that was put
 * back is stored as `null`: it was decided, and is not merely missing.
 */
import * as v from 'valibot';
import { listedSite, siteOf } from './sites';

export const MARK_LEVELS = ['quiet', 'first', 'all'] as const;
export type MarkLevel = (typeof MARK_LEVELS)[number];

/** Where Sidelight works by itself: on the sites on our list, nowhere until asked, wherever the browser lets it. */
export const PLACES = ['listed', 'asked', 'everywhere'] as const;
export type Place = (typeof PLACES)[number];

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
  /** Language of the interface; `auto` is the browser's. */
  language: { schema: v.picklist(['auto', 'en', 'ja', 'ko']), fallback: 'auto' as 'auto' | 'en' | 'ja' | 'ko' },
  /** Newest event first, or oldest. */
  timelineOrder: { schema: v.picklist(['near', 'oldest']), fallback: 'near' as 'near' | 'oldest' },
  where: { schema: v.picklist(PLACES), fallback: 'listed' as Place },
  /** Of the browser's own size, in per cent. `UX.md` 2. */
  textScale: {
    schema: v.pipe(v.number(), v.integer(), v.minValue(80), v.maxValue(200)),
    fallback: 100 as number,
  },
  /** Language of names and facts; `interface` is that of the interface. */
  namesLanguage: {
    schema: v.picklist(['interface', 'en', 'ja', 'ko']),
    fallback: 'interface' as 'interface' | 'en' | 'ja' | 'ko',
  },
} as const satisfies Record<string, { schema: v.GenericSchema; fallback: unknown }>;

/** What holds for this device alone, and goes nowhere. A setting's storage key is `device:` and its name. */
export const DEVICE_SETTINGS = {
  /** Settings and the switches of sites travel by the browser's own synchronisation. */
  browserSync: { schema: v.boolean(), fallback: true as boolean },
} as const satisfies Record<string, { schema: v.GenericSchema; fallback: unknown }>;

export type DeviceSettingName = keyof typeof DEVICE_SETTINGS;
export type DeviceSettings = { [K in DeviceSettingName]: (typeof DEVICE_SETTINGS)[K]['fallback'] };

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [K in SettingName]: (typeof SETTINGS)[K]['fallback'] };

/** One key a setting: `set:marks`. */
const SETTING_PREFIX = 'set:';
/** One key a site: `site:www.japantimes.co.jp` is `on` or `off`; absent means what the manifest says. */
export const SITE_PREFIX = 'site:';
const DEVICE_PREFIX = 'device:';
const siteSchema = v.picklist(['on', 'off']);

/** Whether a storage key holds a setting of any kind. */
export const isSetting = (key: string): boolean => isKept(key) || key.startsWith(DEVICE_PREFIX);

/** What a content script is told. */
export interface PageSettings {
  readonly on: boolean;
  readonly marks: MarkLevel;
  readonly hoverDelayMs: number;
  /** Cards that travelled with the mentions are in the language that was set then. */
  readonly language: Settings['language'];
  readonly namesLanguage: Settings['namesLanguage'];
}

/** Fills defaults over what is stored. Never throws, whatever is stored. */
export function effectiveSettings(stored: Readonly<Record<string, unknown>>): Settings {
  return filled(SETTINGS, SETTING_PREFIX, stored) as Settings;
}

/** The same of what holds for this device alone. */
export function effectiveDeviceSettings(stored: Readonly<Record<string, unknown>>): DeviceSettings {
  return filled(DEVICE_SETTINGS, DEVICE_PREFIX, stored) as DeviceSettings;
}

type Schemas = Readonly<Record<string, { readonly schema: v.GenericSchema; readonly fallback: unknown }>>;

function filled(schemas: Schemas, prefix: string, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const [name, { schema, fallback }] of Object.entries(schemas)) {
    const parsed = v.safeParse(schema, stored[prefix + name]);
    settings[name] = parsed.success ? parsed.output : fallback;
  }
  return settings;
}

/** The key and value to store for a setting; throws a `TypeError` when the value does not fit. */
export function storedSetting<K extends SettingName>(name: K, value: Settings[K]): Record<string, unknown> {
  return entryOf(SETTING_PREFIX + name, SETTINGS[name], value);
}

/** The same for a setting of this device alone. */
export function storedDeviceSetting<K extends DeviceSettingName>(
  name: K,
  value: DeviceSettings[K],
): Record<string, unknown> {
  return entryOf(DEVICE_PREFIX + name, DEVICE_SETTINGS[name], value);
}

function entryOf(key: string, { schema, fallback }: Schemas[string], value: unknown): Record<string, unknown> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new TypeError(`${key} cannot be ${JSON.stringify(value)}`);
  return { [key]: parsed.output === fallback ? null : parsed.output };
}

/** True for keys that hold a setting or a site's switch, those of a newer version too: they are the reader's. */
export const isKept = (key: string): boolean => key.startsWith(SETTING_PREFIX) || key.startsWith(SITE_PREFIX);

const switchOf = (stored: Readonly<Record<string, unknown>>, key: string): boolean | null => {
  const parsed = v.safeParse(siteSchema, stored[SITE_PREFIX + key]);
  return parsed.success ? parsed.output === 'on' : null;
};

/** Whether Sidelight is on for a host: as the reader has switched its site, else by where it works by itself. */
export function isSiteOn(stored: Readonly<Record<string, unknown>>, host: string): boolean {
  return switchOf(stored, siteOf(host)) ?? effectiveSettings(stored).where !== 'asked';
}

/**
 * Whether Sidelight comes to a host's pages by itself, if the browser lets it: a permission alone, as for the address of
 * a pack, is none to read pages.
 */
export function comesTo(stored: Readonly<Record<string, unknown>>, host: string): boolean {
  if (listedSite(host) !== null || switchOf(stored, host) === true) return true;
  return effectiveSettings(stored).where === 'everywhere';
}

/** The key and value to store for the switch of a host's site; `null` when the host is not a host name. */
export function storedSite(host: string, on: boolean): Record<string, unknown> | null {
  return v.is(hostSchema, host) ? { [SITE_PREFIX + siteOf(host)]: on ? 'on' : 'off' } : null;
}

/** The key under which the switch of a site is stored. */
export const siteKey = (site: string): string => SITE_PREFIX + site;

/** Sites of the reader's own, not on our list, with their switches, by name. */
export function ownSites(
  stored: Readonly<Record<string, unknown>>,
): { readonly site: string; readonly isOn: boolean }[] {
  return Object.keys(stored)
    .filter((key) => key.startsWith(SITE_PREFIX))
    .map((key) => ({ site: key.slice(SITE_PREFIX.length), isOn: switchOf(stored, key.slice(SITE_PREFIX.length)) }))
    .filter(({ site, isOn }) => isOn !== null && v.is(hostSchema, site) && listedSite(site) === null)
    .map(({ site, isOn }) => ({ site, isOn: isOn === true }))
    .sort((a, b) => (a.site < b.site ? -1 : 1));
}

/** What a page of this host is told. */
export function pageSettings(stored: Readonly<Record<string, unknown>>, host: string): PageSettings {
  const settings = effectiveSettings(stored);
  const { marks, hoverDelayMs, language, namesLanguage } = settings;
  return { on: isSiteOn(stored, host), marks, hoverDelayMs, language, namesLanguage };
}
