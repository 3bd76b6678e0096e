import type { CardModel, RoleBlock, RoleLine } from '../../lib/briefing/view-models';
import { type Example, nothing, type Samples } from '../examples';
import { Card } from './Card';
import { CardMessage } from './CardMessage';
import { Choice } from './Choice';

/** Every state of the card, `UX.md` 4. */
export function cardExamples({ card, choice, words }: Samples): Example[] {
  const nakatani = card('talks2025', 'person/gen-nakatani');
  const shin = card('talks2025', 'person/shin-won-sik');
  const radar = card('radar2018', 'event/2018-12-20-radar-lock-on');
  const line = nakatani.roles?.lines[0] as RoleLine;
  const withRoles = (lines: readonly RoleLine[], now: RoleBlock['now'] = null): CardModel => ({
    ...nakatani,
    roles: { lines, now },
  });
  const show = (model: CardModel, state: { pinned?: boolean; hidden?: boolean } = {}) => (
    <Card
      model={model}
      words={words}
      pinned={state.pinned ?? false}
      hidden={state.hidden ?? false}
      onPin={nothing}
      onClose={nothing}
      onOpenBriefing={nothing}
      onNotIt={nothing}
      onUndo={nothing}
      onAlways={nothing}
    />
  );
  const example = (name: string, view: Example['view'], press: readonly string[] = []): Example => ({
    name: `card-${name}`,
    page: 'card',
    view,
    press,
  });
  return [
    example('person', show(nakatani)),
    example('person-pinned', show(nakatani, { pinned: true })),
    example('earlier-role', show(shin)),
    example('other-script', show(card('talks2025', 'person/ahn-gyu-back'))),
    example('capital', show(card('talks2025', 'place/seoul'))),
    example('organisation', show(card('talks2025', 'org/jmsdf'))),
    example('agreement', show(card('radar2018', 'agreement/japan-rok-gsomia'))),
    example('accounts', show(radar)),
    example('why', show(nakatani), [words.t('whyThis')]),
    example('sources', show(nakatani), [words.t('more', { n: nakatani.sources.length - 2 })]),
    example('hidden', show(nakatani, { hidden: true })),
    example(
      'several-roles',
      show(withRoles([line, { ...line, capacity: 'acting', doubt: 'partly verified', from: '2025-08~' }])),
    ),
    example(
      'day-of-change',
      show(
        withRoles([
          { ...line, when: 'ends' },
          { ...line, when: 'starts' },
        ]),
      ),
    ),
    example('last-recorded', show(withRoles([{ ...line, when: 'last-recorded', asOf: '2026-10-06' }]))),
    example('still-in-office', show(withRoles([line], { kind: 'still', date: '2026-10-06' }))),
    example('now-another', show(withRoles([line], { kind: 'role', title: line.title, from: '2026-09-22' }))),
    example('no-role', show(withRoles([]))),
    example('record-behind', show({ ...nakatani, asOf: { day: '2026-10-18', origin: 'meta' } })),
    example(
      'two-packs',
      show({
        ...withRoles([{ ...line, when: 'last-recorded', asOf: '2026-10-06' }]),
        others: [
          {
            ...nakatani,
            pack: {
              title: { text: 'The world, share-alike: places, demonyms, leaders of today', lang: 'en' },
              version: '2',
            },
            roles: { lines: [line], now: null },
            description: null,
          },
        ],
      }),
    ),
    example(
      'long-name',
      show({
        ...nakatani,
        name: { text: 'Maximiliana Featherstonehaugh-Cholmondeley', lang: 'en' },
        articleForm: { text: 'Featherstonehaugh-Cholmondeleyandpartners', lang: 'en' },
      }),
    ),
    example(
      'long-role',
      show(
        withRoles([
          {
            ...line,
            title: { text: '대한민국 국무총리실 산하 국가안전보장회의 사무처 정책조정실장 직무대리', lang: 'ko' },
          },
        ]),
      ),
    ),
    example(
      'fallback',
      show({ ...nakatani, name: { ...nakatani.name, lang: 'en', text: 'Gen Nakatani', fallback: true } }),
    ),
    example('choice', <Choice model={choice} words={words} onChoose={nothing} onClose={nothing} />),
    example(
      'loading',
      <CardMessage kind="loading" name="Nakatani" words={words} onClose={nothing} onCheckPacks={nothing} />,
    ),
    example(
      'missing',
      <CardMessage kind="missing" name="Nakatani" words={words} onClose={nothing} onCheckPacks={nothing} />,
    ),
  ];
}
