import { dayToFields, dayToIso } from '../text/edtf';
import type { TimelineEvent, TimelineModel } from './view-models';
import type { Words } from './words';

/**
 * A timeline's picture in words: "20 visits, 1979 to 8 September 2025. 9 years 10 months between the last two from
 * Japan. 2 later ones hidden."
 */
export function describeStrip(model: TimelineModel, sinceOpen: boolean, words: Words): string {
  const n = model.before + model.sameDay;
  const date = words.date(dayToIso(model.asOfDay), { long: true });
  const first = model.events.find(({ counted, part }) => counted && part !== 'since');
  const sentences = [
    first
      ? words.t(model.ofVisits ? 'stripVisits' : 'stripEvents', {
          n,
          from: words.date(String(dayToFields(first.firstDay).year)),
          to: date,
        })
      : words.t('stripNone', { date }),
  ];
  const gap = model.gaps.find(({ current }) => current);
  if (gap) {
    const duration = words.duration(gap.years, gap.months);
    const party = model.lanes.find(({ key }) => key === gap.lane)?.from?.text;
    sentences.push(party ? words.t('stripGapFrom', { duration, party }) : words.t('stripGap', { duration }));
  }
  if (!sinceOpen && model.since > 0) sentences.push(words.t('stripLater', { n: model.since }));
  // Japanese puts no blank between sentences.
  return sentences.join(words.lang === 'ja' ? '' : ' ');
}

/** What is read out at one event of the picture: date, direction, what became of a plan, title. */
export function describeEvent(event: TimelineEvent, { lanes }: TimelineModel, words: Words): string {
  const { from, to } = lanes.find(({ key }) => key === event.lane) ?? { from: null, to: null };
  const notHeld = { held: null, postponed: 'putOff', cancelled: 'calledOff', announced: 'announced' }[event.status];
  const title = notHeld ? words.t('tied', { tie: words.t(notHeld), title: event.title.text }) : event.title.text;
  return [
    words.date(event.date, { long: true }),
    from && to && words.t('spokenDirection', { from: from.text, to: to.text }),
    title,
  ]
    .filter(Boolean)
    .join(', ');
}
