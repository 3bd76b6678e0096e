/** The words of the interface, from the catalogues that ship. */
import { join } from 'node:path';
import type { Words } from '../../lib/briefing/words';
import { readText } from '../../lib/cli/files';
import type { InterfaceLanguage } from '../../lib/model/localized';
import { createWords } from '../../lib/ui/words';

export const readWords = (lang: InterfaceLanguage): Words =>
  createWords(lang, JSON.parse(readText(join(import.meta.dirname, `../../public/_locales/${lang}/messages.json`))));
