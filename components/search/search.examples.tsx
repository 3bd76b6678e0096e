import type { SearchModel } from '../../lib/briefing/search-models';
import { type Example, nothing, type SampleQuery, type Samples } from '../examples';
import { SearchField } from './SearchField';

/** The search field in every state, as it stands in the panel. */
export function searchExamples({ words, search }: Samples): Example[] {
  const example = (
    name: string,
    text: string,
    model: SearchModel | null | undefined,
    { hasArticle = true, press = [] }: { hasArticle?: boolean; press?: readonly string[] } = {},
  ): Example => ({
    name: `search-${name}`,
    page: 'sidepanel',
    view: (
      <main class="panel-message">
        <h1 class="visually-hidden">{words.t('extName')}</h1>
        <SearchField
          text={text}
          model={model}
          hasArticle={hasArticle}
          words={words}
          onType={nothing}
          onOpen={nothing}
          onBrief={nothing}
        />
      </main>
    ),
    press,
  });
  const found = (name: string, typed: SampleQuery): Example => example(name, typed, search(typed));
  const visits = search('visit');
  const first = search('nakat');
  const [hit] = first.names;
  const long: SearchModel = {
    ...first,
    names: hit
      ? [
          {
            ...hit,
            name: { text: 'Maximiliana Featherstonehaugh-Cholmondeley', lang: 'en', stretches: [{ from: 0, to: 5 }] },
            role: { text: '대한민국 국무총리실 산하 국가안전보장회의 사무처 정책조정실장 직무대리', lang: 'ko' },
            isPrivate: true,
          },
          ...first.names,
        ]
      : [],
  };
  return [
    example('empty', '', undefined),
    found('names', 'nakat'),
    found('exact', 'Gen Nakatani'),
    found('han', '中谷'),
    found('hangul', '안규'),
    found('events', 'visit'),
    example('events-since', 'visit', visits, { press: [words.t('sinceCount', { n: visits.laterCount })] }),
    example('events-after-today', 'visit', visits, {
      hasArticle: false,
      press: [words.t('afterTodayCount', { n: visits.laterCount })],
    }),
    example('long', 'nakat', long),
    found('nothing', 'nobody at all'),
    example('not-installed', 'nakat', null),
  ];
}
