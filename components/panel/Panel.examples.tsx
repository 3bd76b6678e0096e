import { pointersIn } from '../../lib/briefing/pointers-in';
import type {
  BriefingModel,
  CastRow,
  ClaimModel,
  Installing,
  NoticeModel,
  TimelineEvent,
  TimelineModel,
} from '../../lib/briefing/view-models';
import { KnowledgeNotice } from '../base/KnowledgeNotice';
import { MenuButton } from '../base/MenuButton';
import type { IdleStatus } from '../base/status-message';
import { type Example, nothing, type Samples } from '../examples';
import { SearchField } from '../search/SearchField';
import { Panel } from './Panel';
import { PanelMessage } from './PanelMessage';
import { stillReading } from './still-reading.examples';

/** Enough for columns instead of ticks. */
const MANY = 240;

/** Every state of the panel, `UX.md` 5 and 7. */
export function panelExamples({ briefings, words }: Samples): Example[] {
  const talks = briefings.talks2025;
  const lead = talks.timelines[0] as TimelineModel;
  const search = (
    <SearchField
      text=""
      model={undefined}
      hasArticle
      words={words}
      onType={nothing}
      onOpen={nothing}
      onBrief={nothing}
    />
  );
  const menu = <MenuButton label={words.t('moreActions')} groups={[]} />;
  const show = (
    model: BriefingModel,
    state: { open?: boolean; order?: 'near' | 'oldest'; installing?: Installing; notice?: NoticeModel } = {},
  ) => (
    <Panel
      model={model}
      installing={state.installing}
      words={words}
      order={state.order ?? 'near'}
      notice={state.notice && <KnowledgeNotice notice={state.notice} words={words} onAct={nothing} />}
      sinceOpen={new Set(state.open ? model.timelines.map(({ reference }) => reference) : [])}
      onToggleSince={nothing}
      onOpen={nothing}
      onReveal={nothing}
      onChangeDate={nothing}
      onOrder={nothing}
      reading={stillReading(model)}
      search={search}
      menu={menu}
    />
  );
  const example = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `panel-${name}`,
    page: 'sidepanel',
    view,
    press,
  });
  const message = (status: IdleStatus): Example =>
    example(
      status.state,
      <PanelMessage
        status={status}
        words={words}
        isPrivate={false}
        onOnce={nothing}
        onAlways={nothing}
        onInsist={nothing}
        onAddPacks={nothing}
        search={search}
      />,
    );
  const host = 'www.japantimes.co.jp';
  const all = words.t('allVisits', { n: lead.before + lead.sameDay });
  return [
    example('talks-2025', show(talks)),
    example('talks-2025-installing', show(talks, { installing: { done: 62_000, total: 90_000 } })),
    example('talks-2025-since', show(talks, { open: true })),
    example('talks-2025-list', show(talks), [all]),
    example('talks-2025-direction', show(talks), [
      all,
      words.t('laneDirection', { from: lead.lanes[0]?.from?.text ?? '', to: lead.lanes[0]?.to?.text ?? '' }),
    ]),
    example('talks-2025-oldest', show(talks, { open: true, order: 'oldest' }), [
      words.t('allVisits', { n: lead.before + lead.sameDay + lead.since }),
    ]),
    example('talks-2025-cast', show(talks), [words.t('showAll', { n: talks.cast.length })]),
    example('talks-2025-more', show(talks), [words.t('moreTimelines', { n: talks.timelines.length - 1 })]),
    example('talks-2025-claims', show(talks), [words.t('claimsPointing', { n: pointersIn(talks.claims).length })]),
    example('every-verdict', show({ ...talks, claims: everyVerdict(talks) })),
    example('trouble-unreachable', show(talks, { notice: { kind: 'unreachable' } })),
    example('talks-2015', show(briefings.talks2015)),
    example('radar-2018', show(briefings.radar2018)),
    example('change-date', show(talks), [words.t('change')]),
    example('two-dates', show({ ...talks, asOf: { ...talks.asOf, rival: { day: '2025-09-10', origin: 'url' } } })),
    example('own-date', show({ ...talks, asOf: { day: '2025-09-08', origin: 'reader' } })),
    example('undated', show(briefings.undated)),
    example('record-behind', show({ ...talks, horizon: { coverageTo: '2026-10-06', daysBehind: 12, ended: [] } })),
    example(
      'record-of-one-pack-behind',
      show({
        ...talks,
        horizon: {
          coverageTo: '2026-10-06',
          daysBehind: 0,
          ended: [
            { title: { text: 'The world: countries, offices, parties, places', lang: 'en' }, coverageTo: '2026-08' },
          ],
        },
      }),
    ),
    example(
      'long-headline',
      show({
        ...talks,
        title: `${talks.title} and then go on to speak about everything that stood between their two countries for years`,
        siteName: 'The Extraordinarily Long Name of a Regional Newspaper and Its Sunday Edition',
      }),
    ),
    example(
      'long-names',
      show({
        ...talks,
        cast: [
          {
            ...(talks.cast[0] as CastRow),
            name: { text: 'Maximiliana Featherstonehaugh-Cholmondeley', lang: 'en' },
            role: { text: '대한민국 국무총리실 산하 국가안전보장회의 사무처 정책조정실장 직무대리', lang: 'ko' },
          },
          ...talks.cast.slice(1),
        ],
      }),
    ),
    example('many-events', show({ ...talks, timelines: [{ ...lead, events: crowd(lead), gaps: [] }] })),
    message({ state: 'reading', host }),
    message({ state: 'off', host, isAllowed: true }),
    message({ state: 'no-access', host }),
    message({ state: 'not-article', host }),
    message({ state: 'empty', host, asOf: talks.asOf, packs: 1, coverageTo: '2026-10-06' }),
    message({ state: 'failed', host }),
    message({ state: 'installing', host, done: 62_000, total: 90_000 }),
    message({ state: 'unreadable' }),
    message({ state: 'unseen' }),
  ];
}

/** Every way in which a record answers a phrase that counts. */
function everyVerdict({ claims }: BriefingModel): ClaimModel[] {
  const counted = claims.find(({ verdict }) => verdict === 'fits');
  if (!counted) return [];
  const silent: ClaimModel = { ...counted, verdict: 'out-of-reach', events: [], arithmetic: null };
  const answers: ClaimModel[] = [
    counted,
    { ...counted, verdict: 'earlier' },
    { ...silent, counts: null, missing: { what: 'series' } },
    { ...silent, missing: { what: 'comparison', with: [{ text: 'United States', lang: 'en' }] } },
    { ...silent, missing: { what: 'coverage', from: '1965', to: '1979' } },
    { ...silent, missing: { what: 'coverage', from: null, to: '1979' } },
    { ...silent, missing: { what: 'previous' } },
    { ...silent, verdict: null, missing: null, when: '2025-11', laterEvents: 2 },
  ];
  return answers.map((claim, start) => ({ ...claim, start }));
}

function crowd({ events, firstDay, asOfDay }: TimelineModel): TimelineEvent[] {
  const [first] = events as [TimelineEvent];
  return Array.from({ length: MANY }, (_, i) => {
    const day = Math.round(firstDay + ((asOfDay - 1 - firstDay) * Math.sqrt(i)) / Math.sqrt(MANY));
    return {
      ...first,
      reference: `${first.reference}-${i}` as TimelineEvent['reference'],
      firstDay: day,
      lastDay: day,
    };
  });
}
