import type { Words } from '../../lib/briefing/words';
import { SETTINGS, type SettingName } from '../../lib/settings/schema';
import type { RecordModel } from '../../lib/settings/sync-models';

const TABLES = ['settings', 'notes', 'pins', 'rules', 'names', 'subscriptions'];

/** What a record is: "Marks", "news.example", "note". */
export function recordName({ kind, name }: Pick<RecordModel, 'kind' | 'name'>, words: Words): string {
  if (kind !== 'settings') return words.t(`syncTable_${TABLES.includes(kind) ? kind : 'else'}`);
  const [prefix, rest = ''] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
  if (prefix === 'set' && isSettingName(rest)) return words.t(`option_${rest}`);
  return prefix === 'site' ? rest : name;
}

/** What it says: "All", "off", the beginning of a note. A setting that is not there is as it is by default. */
export function recordText({ kind, name, isDeleted, text }: RecordModel, words: Words): string {
  const setting = kind === 'settings' ? name.slice('set:'.length) : '';
  if (name.startsWith('set:') && isSettingName(setting)) {
    const value = isDeleted ? String(SETTINGS[setting].fallback) : text;
    if (setting === 'hoverDelayMs') return words.t('option_hoverDelayMs_value', { ms: Number(value) });
    if (setting === 'textScale') return words.t('option_textScale_value', { percent: Number(value) });
    return words.t(`option_${setting}_${value}`);
  }
  if (isDeleted) return words.t('syncAbsent');
  if (kind === 'settings' && name.startsWith('site:')) return words.t(text === 'off' ? 'syncOff' : 'syncOn');
  return text === '' ? name : text;
}

const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);
