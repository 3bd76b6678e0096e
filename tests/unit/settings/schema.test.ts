/** Settings: whatever is stored, every setting has a value that fits; what is not ours is left alone. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  comesTo,
  effectiveSettings,
  isSiteOn,
  ownSites,
  pageSettings,
  SETTINGS,
  type SettingName,
  type Settings,
  storedSetting,
  storedSite,
} from '../../../lib/settings/schema';

const NAMES = Object.keys(SETTINGS) as SettingName[];
const DEFAULTS: Settings = {
  marks: 'first',
  hoverDelayMs: 300,
  theme: 'auto',
  contrast: 'auto',
  language: 'auto',
  timelineOrder: 'near',
  where: 'listed',
  textScale: 100,
  namesLanguage: 'interface',
};

/** For each setting: values that fit and are not the default, and values that do not. A new setting needs a row. */
const VALUES: { [K in SettingName]: { fit: readonly Settings[K][]; wrong: readonly unknown[] } } = {
  marks: { fit: ['quiet', 'all'], wrong: ['none', 1, null, ['all']] },
  hoverDelayMs: { fit: [150, 1000], wrong: [149, 1001, 300.5, '300', Number.NaN, Number.POSITIVE_INFINITY] },
  theme: { fit: ['light', 'dark'], wrong: ['blue', true] },
  contrast: { fit: ['more'], wrong: ['less', 0] },
  language: { fit: ['en', 'ja', 'ko'], wrong: ['fr', 'EN', {}] },
  timelineOrder: { fit: ['oldest'], wrong: ['newest', null] },
  where: { fit: ['asked', 'everywhere'], wrong: ['nowhere', true] },
  textScale: { fit: [80, 200], wrong: [79, 201, 110.5, '100%'] },
  namesLanguage: { fit: ['en', 'ja', 'ko'], wrong: ['auto', 'zh'] },
};

const ROWS = NAMES.flatMap((name) => [
  ...VALUES[name].fit.map((value) => ({ name, value, fits: true })),
  ...VALUES[name].wrong.map((value) => ({ name, value, fits: false })),
]);

describe('the settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(effectiveSettings({})).toEqual(DEFAULTS);
    expect(NAMES.every((name) => v.is(SETTINGS[name].schema, SETTINGS[name].fallback))).toBe(true);
  });

  it.each(ROWS)('$name stored as $value: taken if it fits ($fits), else the default', ({ name, value, fits }) => {
    expect(effectiveSettings({ [`set:${name}`]: value })).toEqual({ ...DEFAULTS, ...(fits ? { [name]: value } : {}) });
  });

  it.each(ROWS.filter(({ fits }) => fits))(
    '$name set to $value is stored under its own key and read back',
    ({ name, value }) => {
      const entry = storedSetting(name, value as never);
      expect(entry).toEqual({ [`set:${name}`]: value });
      expect(effectiveSettings(entry)[name]).toBe(value);
    },
  );

  it.each(ROWS.filter(({ fits }) => !fits))('$name cannot be set to $value', ({ name, value }) => {
    expect(() => storedSetting(name, value as never)).toThrow(TypeError);
  });

  it('take each setting for itself: one that does not fit takes no other with it', () => {
    expect(effectiveSettings({ 'set:marks': 'all', 'set:hoverDelayMs': 'soon' })).toEqual({
      ...DEFAULTS,
      marks: 'all',
    });
  });

  it('are read without a trace, whatever is stored', () => {
    const stored = fc.dictionary(
      fc.oneof(
        fc.constantFrom(...NAMES.map((name) => `set:${name}`), '__proto__', 'set:__proto__', 'set:later'),
        fc.string(),
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(stored, (values) => {
        const before = structuredClone(values);
        Object.freeze(values);
        const settings = effectiveSettings(values);
        expect(Object.keys(settings).sort()).toEqual([...NAMES].sort());
        for (const name of NAMES) expect(v.is(SETTINGS[name].schema, settings[name])).toBe(true);
        expect(values).toEqual(before);
      }),
      { seed: 20250908, numRuns: 500 },
    );
  });
});

describe('the switch of a site', () => {
  it.each([
    ['nothing', {}, true],
    ['off', { 'site:news.example': 'off' }, false],
    ['on', { 'site:news.example': 'on' }, true],
    ['something else', { 'site:news.example': 'sometimes' }, true],
    ['another site’s', { 'site:other.example': 'off' }, true],
    ['nothing, where the reader wants to be asked', { 'set:where': 'asked' }, false],
    ['on, where the reader wants to be asked', { 'set:where': 'asked', 'site:news.example': 'on' }, true],
    ['off, where the reader wants it everywhere', { 'set:where': 'everywhere', 'site:news.example': 'off' }, false],
    ['a part of its name', { 'site:example': 'off' }, true],
  ])('stored as %s', (_, stored, on) => {
    expect(isSiteOn(stored, 'news.example')).toBe(on);
  });

  it.each([true, false])('set to %s is read back', (on) => {
    const entry = storedSite('news.example', on);
    expect(isSiteOn(entry ?? {}, 'news.example')).toBe(on);
  });

  it('is one for all hosts of a site on our list', () => {
    const entry = storedSite('www.japantimes.co.jp', false) ?? {};
    expect(entry).toEqual({ 'site:japantimes.co.jp': 'off' });
    expect(isSiteOn(entry, 'japantimes.co.jp')).toBe(false);
    expect(isSiteOn(entry, 'english.japantimes.co.jp')).toBe(false);
    expect(isSiteOn(entry, 'notjapantimes.co.jp')).toBe(true);
  });

  it.each([
    [''],
    ['News.Example'],
    ['news.example/path'],
    ['news.example:8080'],
    ['https://news.example'],
    ['__proto__'],
    ['x'.repeat(254)],
  ])('is not stored for “%s”, which is no host', (host) => {
    expect(storedSite(host, true)).toBeNull();
  });
});

describe('where Sidelight comes to by itself', () => {
  it.each([
    ['www.japantimes.co.jp', {}, true],
    ['news.example', {}, false],
    ['news.example', { 'site:news.example': 'on' }, true],
    ['news.example', { 'site:news.example': 'off' }, false],
    ['news.example', { 'set:where': 'everywhere' }, true],
    ['', {}, false],
  ])('%s with %o', (host, stored, comes) => {
    expect(comesTo(stored, host)).toBe(comes);
  });
});

describe('the sites of the reader’s own', () => {
  it('are those with a switch that are not on our list, by name', () => {
    const stored = {
      'site:news.example': 'on',
      'site:asahi.com': 'off',
      'site:a.example': 'off',
      'site:broken.example': 7,
      'site:Not a host': 'on',
      'set:marks': 'all',
    };
    expect(ownSites(stored)).toEqual([
      { site: 'a.example', isOn: false },
      { site: 'news.example', isOn: true },
    ]);
  });
});

describe('what a page is told', () => {
  it.each([
    ['the defaults', {}, { on: true, marks: 'first', hoverDelayMs: 300, language: 'auto', namesLanguage: 'interface' }],
    [
      'the reader’s choice',
      { 'set:marks': 'all', 'set:hoverDelayMs': 500 },
      { on: true, marks: 'all', hoverDelayMs: 500, language: 'auto', namesLanguage: 'interface' },
    ],
    [
      'that its site is off',
      { 'site:news.example': 'off' },
      { on: false, marks: 'first', hoverDelayMs: 300, language: 'auto', namesLanguage: 'interface' },
    ],
    [
      'nothing that is not its matter',
      { 'set:theme': 'dark', 'site:other.example': 'off' },
      { on: true, marks: 'first', hoverDelayMs: 300, language: 'auto', namesLanguage: 'interface' },
    ],
  ])('is %s', (_, stored, told) => {
    expect(pageSettings(stored, 'news.example')).toEqual(told);
  });
});
