/** A timeline as a list: what is counted, what the record covers, and the events on either side of the day. */
import { dayToIso } from '../../text/edtf';
import { coverageText } from '../coverage-text';
import { describeStrip } from '../describe-strip';
import type { BriefingModel, TimelineEvent, TimelineModel } from '../view-models';
import type { Words } from '../words';
import { type Line, phrase, type Row, type Section, say, shown } from './document';
import { eventSpans } from './event-text';
import type { Notes } from './notes';
import type { OnScreen } from './on-screen';

interface Context {
  readonly words: Words;
  readonly notes: Notes;
  readonly screen: OnScreen;
  readonly packs: BriefingModel['packs'];
}

/** `before`: lines that stand above the timeline. */
export function outlineTimeline(whole: TimelineModel, context: Context, before: readonly Line[] = []): Section[] {
  const { words, screen, notes } = context;
  const model = screen.filtered(whole);
  const sinceOpen = screen.sinceOpen.has(model.reference);
  const pack = packNote(model, context);
  const coverage = coverageText(model, words);
  const hidden = whole.events.length - model.events.length;
  const lines: Line[] = [
    ...before,
    { spans: [say(describeStrip(model, sinceOpen, words))], notes: pack },
    ...(coverage ? [{ spans: [say(coverage)], notes: pack }] : []),
    ...(model.counts ? [{ spans: phrase(words, 'weCount', { what: [shown(model.counts)] }), notes: pack }] : []),
    ...(hidden > 0 ? [{ spans: [say(words.t('exportFiltered', { n: hidden }))], notes: [] }] : []),
  ];
  const part = (name: TimelineEvent['part']): Row[] => {
    const events = model.events.filter((event) => event.part === name);
    // The nearest to the article first: of the later ones that is the earliest.
    const inOrder = screen.order === 'near' && name !== 'since' ? events.reverse() : events;
    return inOrder.map((event) => eventRow(event, model, words, notes));
  };
  // In the order in which they are read, since sources are numbered as they come.
  const sections = {
    since: (): Section => ({ level: 3, heading: [say(words.t('since'))], lines: [], rows: part('since') }),
    day(): Section {
      const rows = part('same-day');
      const date = [{ text: words.date(dayToIso(model.asOfDay)), style: 'as-of' as const }];
      const none = { spans: [say(words.t('noneOnDay'))], notes: pack };
      return { level: 3, heading: phrase(words, 'sameDay', { date }), lines: rows.length > 0 ? [] : [none], rows };
    },
    before: (): Section => ({ level: 3, heading: [say(words.t('before'))], lines: [], rows: part('before') }),
  };
  const { since, day, before: earlier } = sections;
  const parts =
    screen.order === 'near'
      ? [...(sinceOpen ? [since] : []), day, earlier]
      : [earlier, day, ...(sinceOpen ? [since] : [])];
  return [
    { level: 2, heading: [shown(model.title)], lines, rows: [] },
    ...parts.map((make) => make()).filter(({ rows, lines: said }) => rows.length + said.length > 0),
  ];
}

/** What a timeline says of the record rests on the pack that it is of. */
function packNote({ reference }: TimelineModel, { packs, notes }: Context): number[] {
  const pack = packs.find(({ id }) => reference.startsWith(`${id}:`));
  return pack ? [notes.pack(pack)] : packs.map((each) => notes.pack(each));
}

/** A doubt stands beside what it concerns. */
function eventRow(event: TimelineEvent, model: TimelineModel, words: Words, notes: Notes): Row {
  const doubt = event.doubt ? [say(` (${words.t('dateNotConfirmed')})`)] : [];
  return { spans: [...eventSpans(event, model.lanes, words), ...doubt], notes: notes.sources(event.sources) };
}
