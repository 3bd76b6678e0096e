import type { CastRow, NoticeModel, PageStatus } from '../../lib/briefing/view-models';
import { KnowledgeNotice } from '../base/KnowledgeNotice';
import { type Example, nothing, type Samples } from '../examples';
import { SearchField } from '../search/SearchField';
import { Popup } from './Popup';

const TROUBLES = ['storage', 'newer', 'unreachable'] as const;
const LOST: Extract<NoticeModel, { kind: 'lost' }>['packs'] = [
  { title: { text: 'Parliaments of Europe', lang: 'en' }, file: null },
  { title: { text: '동아시아 해양 분쟁', lang: 'ko' }, file: 'east-asia-maritime-disputes-2026-10.jsonl.gz' },
];

/** Every state of the popup, `UX.md` 6 and 7. */
export function popupExamples({ briefings, words, search }: Samples): Example[] {
  const host = 'www.japantimes.co.jp';
  const briefing = briefings.talks2025;
  const [first] = briefing.cast as [CastRow, ...CastRow[]];
  const field = (typed?: 'nakat' | 'nobody at all') => (
    <SearchField
      text={typed ?? ''}
      model={typed && search(typed)}
      hasArticle
      words={words}
      onType={nothing}
      onOpen={nothing}
      onBrief={nothing}
    />
  );
  const example = (
    name: string,
    status: PageStatus,
    notice?: NoticeModel,
    typed?: 'nakat' | 'nobody at all',
    isPrivate = false,
  ): Example => ({
    name: `popup-${name}`,
    page: 'popup',
    view: (
      <Popup
        status={status}
        words={words}
        marks="first"
        notice={notice && <KnowledgeNotice notice={notice} words={words} onAct={nothing} />}
        onToggleSite={nothing}
        onMarks={nothing}
        onOpenPanel={nothing}
        onOpenOptions={nothing}
        onAddPacks={nothing}
        isPrivate={isPrivate}
        onOnce={nothing}
        onAlways={nothing}
        onInsist={nothing}
        onOpenName={nothing}
        search={field(typed)}
      />
    ),
  });
  const long: CastRow = {
    ...first,
    name: { text: 'Maximiliana Featherstonehaugh-Cholmondeley', lang: 'en' },
    role: { text: '대한민국 국무총리실 산하 국가안전보장회의 사무처 정책조정실장 직무대리', lang: 'ko' },
  };
  return [
    example('ready', { state: 'ready', host, briefing }),
    example('long-names', { state: 'ready', host, briefing: { ...briefing, cast: [long, ...briefing.cast] } }),
    example('ready-installing', { state: 'ready', host, briefing, installing: { done: 62_000, total: 90_000 } }),
    example('empty-installing', {
      state: 'empty',
      host,
      asOf: briefing.asOf,
      packs: 1,
      coverageTo: '2026-10-06',
      installing: { done: 62_000, total: 90_000 },
    }),
    example('own-page', { state: 'ready', host: '', briefing }),
    example('off', { state: 'off', host, isAllowed: true }),
    example('off-not-allowed', { state: 'off', host, isAllowed: false }),
    example('search', { state: 'ready', host, briefing }, undefined, 'nakat'),
    example('search-nothing', { state: 'unreadable' }, undefined, 'nobody at all'),
    example('no-access', { state: 'no-access', host: 'news.a-very-long-host-name-of-some-publisher.example.com' }),
    example('no-access-private', { state: 'no-access', host }, undefined, undefined, true),
    example('not-article', { state: 'not-article', host }),
    example('empty', { state: 'empty', host, asOf: briefing.asOf, packs: 3, coverageTo: '2026-10-06' }),
    example('failed', { state: 'failed', host }),
    example('installing', { state: 'installing', host, done: 62_000, total: 90_000 }),
    example('unreadable', { state: 'unreadable' }),
    ...TROUBLES.map((kind) => example(`trouble-${kind}`, { state: 'ready', host, briefing }, { kind })),
    example('trouble-blocked', { state: 'ready', host, briefing }, { kind: 'blocked', pages: ['panel', 'options'] }),
    example('trouble-blocked-by-any', { state: 'ready', host, briefing }, { kind: 'blocked', pages: ['popup'] }),
    example(
      'packs-lost',
      { state: 'empty', host, asOf: briefing.asOf, packs: 1, coverageTo: '2026-10-06' },
      { kind: 'lost', packs: LOST, notesSafe: true },
    ),
  ];
}
