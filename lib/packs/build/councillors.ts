/** Members of the House of Councillors of Japan: names in kanji and kana, constituency, end of term. */
import { firstDay, readIso } from './dates';
import { addName, createDraft, type Draft, tidy } from './draft';
import { add, belongsTo, type Gathering } from './gathering';
import type { Row, WorldInputs } from './inputs';
import { postOf } from './offices';

const SOURCE = 'house-of-councillors';
const TERM_YEARS = 6;

export function readCouncillors(gathering: Gathering, { councillors }: WorldInputs): void {
  const japan = gathering.countries.get('JP');
  if (!japan) return;
  const known = new Map<string, Draft>();
  for (const person of gathering.peopleOf.get('JP') ?? []) {
    const ja = person.label.ja;
    if (typeof ja === 'string') known.set(ja.replace(/\s/g, ''), person);
  }
  const post = postOf(gathering, 'Member of the House of Councillors', japan, SOURCE);
  for (const row of councillors) {
    const name = tidy(row.議員氏名 ?? '').replace(/\[.*\]/, '');
    const [family = '', given = ''] = name.split(/[\s　]+/);
    const full = `${family}${given}`;
    if (!given) {
      gathering.tally.left(SOURCE, 'names that are not two words', name);
      continue;
    }
    const joined = known.get(full);
    const person =
      joined ??
      add(
        gathering,
        createDraft({
          type: 'person',
          slug: '',
          tag: `councillor-${row.議員個人の紹介ページ?.match(/(\d+)\.htm/)?.[1] ?? full}`,
          label: { ja: full },
          source: SOURCE,
          prominence: 0.2,
        }),
      );
    person.sources.add(SOURCE);
    person.label.ja = full;
    person.reading = { ja: tidy(row.読み方 ?? '') || full };
    addName(person, full, 'ja', 'full', [...full].length === 2 ? { needs: 'context' } : {});
    if ([...family].length > 1) addName(person, family, 'ja', 'family');
    belongsTo(gathering, person, japan);
    const constituency = tidy(row.選挙区 ?? '');
    person.roles.push({
      title: { en: 'Member of the House of Councillors of Japan', ja: `参議院議員（${constituency}）` },
      source: SOURCE,
      post,
      of: japan.place,
      to: '..',
      ...termOf(row),
    });
    gathering.tally.took(SOURCE, joined ? 'members joined with other sources' : 'members');
  }
}

/** Six years before the term's end, unless the member came in between: then only the day of the list is known. */
function termOf(row: Row): { from?: string; asOf: string } {
  const asOf = readIso(row.役職等の時点) ?? '2026-07';
  const end = readIso(row.任期満了);
  const elected = Number((row.当選年 ?? '').split('、').at(-1));
  if (!end || elected !== Number(end.slice(0, 4)) - TERM_YEARS) return { asOf };
  const from = `${elected}${end.slice(4, 8)}${String(Number(end.slice(8)) + 1).padStart(2, '0')}`;
  return readIso(from) && firstDay(from) <= firstDay(asOf) ? { from, asOf } : { asOf };
}
