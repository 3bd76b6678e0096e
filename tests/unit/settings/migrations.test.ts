/** Every version in which settings were ever stored is read: one frozen example each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, SETTINGS_VERSION, type StoredAreas, VERSION_KEY } from '../../../lib/settings/migrations';
import {
  effectiveDeviceSettings,
  effectiveSettings,
  isSiteOn,
  storedDeviceSetting,
  storedSetting,
} from '../../../lib/settings/schema';

const FIXTURES = join(import.meta.dirname, '../../fixtures/settings');
interface Fixture {
  readonly stored: StoredAreas;
  readonly effective: object;
  readonly off: readonly string[];
}
const fixtures = readdirSync(FIXTURES).map((file) => ({
  version: Number(/\d+/.exec(file)?.[0]),
  fixture: JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Fixture,
}));

it('there is an example of every version', () => {
  expect(fixtures.map(({ version }) => version).sort()).toEqual(
    Array.from({ length: SETTINGS_VERSION }, (_, i) => i + 1),
  );
});

describe.each(fixtures)('settings of version $version', ({ fixture: { stored, effective, off } }) => {
  const local = { ...stored.local, ...migrate(stored) };

  it('are read as they were meant', () => {
    expect(effectiveSettings(local)).toEqual({ ...effectiveSettings({}), ...effective });
    for (const host of off) expect(isSiteOn(local, host)).toBe(false);
  });

  it('keep what this version does not know, and gain nothing that is not a setting', () => {
    expect(local).toMatchObject({ ...stored.local, 'set:somethingLater': 'kept' });
    expect(Object.keys(local)).not.toContain('unknown');
  });

  it('are migrated once', () => {
    expect(migrate({ ...stored, local })).toBeNull();
  });
});

it('settings of a later version are left alone', () => {
  expect(migrate({ local: { [VERSION_KEY]: SETTINGS_VERSION + 1 }, sync: { 'set:marks': 'all' } })).toBeNull();
});

it('what was changed here since is not overwritten by what was stored before', () => {
  expect(migrate({ local: { 'set:marks': 'quiet' }, sync: { 'set:marks': 'all' } })).toEqual({
    [VERSION_KEY]: SETTINGS_VERSION,
  });
});

it('a default is never written: what is put back is stored as put back', () => {
  expect(storedSetting('marks', 'first')).toEqual({ 'set:marks': null });
  expect(storedDeviceSetting('browserSync', true)).toEqual({ 'device:browserSync': null });
  expect(effectiveDeviceSettings({ 'device:browserSync': false }).browserSync).toBe(false);
  expect(effectiveDeviceSettings({ 'device:browserSync': 'no' }).browserSync).toBe(true);
});
