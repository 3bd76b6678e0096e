import type { EntityPageModel } from '../../lib/briefing/entity-models';
import { type Example, nothing, type SamplePage, type Samples } from '../examples';
import { EntityPage } from './EntityPage';
import { PageFrame } from './PageFrame';

/** Pages of entities and events, `UX.md` 5. */
export function entityExamples({ words, page }: Samples): Example[] {
  const example = (name: string, model: EntityPageModel, press: readonly string[] = []): Example => ({
    name: `entity-${name}`,
    page: 'sidepanel',
    view: (
      <PageFrame words={words} onBack={nothing}>
        <EntityPage model={model} words={words} onOpen={nothing} />
      </PageFrame>
    ),
    press,
  });
  const show = (name: string, id: SamplePage) => example(name, page(id));
  const nakatani = page('person/gen-nakatani');
  const later = nakatani.lanes.flatMap(({ bars }) => bars.filter(({ part }) => part !== 'past')).length;
  const today: EntityPageModel = {
    ...nakatani,
    card: { ...nakatani.card, asOf: { day: nakatani.card.asOf.day, origin: 'none' } },
  };
  return [
    show('person', 'person/gen-nakatani'),
    example('person-since', nakatani, [
      words.t('sinceCount', { n: later }),
      words.t('sinceCount', { n: nakatani.events?.since ?? 0 }),
    ]),
    example('person-today', today),
    show('many-roles', 'person/shigeru-ishiba'),
    show('earlier-role', 'person/shin-won-sik'),
    show('capital', 'place/seoul'),
    show('organisation', 'org/japan-ministry-of-defense'),
    show('event', 'event/2018-12-20-radar-lock-on'),
    show('event-later', 'event/2025-11-01-koizumi-ahn-kuala-lumpur'),
    example('private', { ...nakatani, isPrivate: true, olderEvents: 120 }),
  ];
}
