import type { Words } from '../../lib/briefing/words';
import { pickText, type ShownText } from '../../lib/model/localized';
import type { Subject } from '../../lib/model/own';

/** What a subject is called: in the reader's language, where the pack had that. */
export function subjectName(subject: Subject, words: Words): ShownText {
  if (subject.kind === 'record') return pickText(subject.name, words.lang) ?? { text: '', lang: 'en' };
  return { text: subject.title || subject.host, lang: subject.lang };
}

/** What kind of thing it is; of an article where it stands, and its day. */
export function subjectLine(subject: Subject, words: Words): string {
  if (subject.kind === 'record') {
    const date = subject.date === undefined ? [] : [words.date(subject.date)];
    return [words.t(`type_${subject.type}`), ...date].join(' · ');
  }
  return [subject.siteName || subject.host, subject.day === null ? '' : words.date(subject.day)]
    .filter((part) => part !== '')
    .join(' · ');
}
