import { beforeAll, describe, expect, it } from 'vitest';
import { describeEntity, type EntityRequest } from '../../../lib/services/entity-page';
import type { Knowledge } from '../../../lib/services/knowledge';
import { anEntity, anEvent, aRole, buildKnowledge, buildKnowledgeOf, ref, took } from '../../support/build-facts';

const TODAY = '2026-11-26';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await buildKnowledge([
    anEntity('post/minister'),
    anEntity('person/ito', {
      label: { en: 'Gen Ito', ja: '伊藤元', ko: { text: '이토 겐', auto: true } },
      names: [
        { text: 'Gen Ito', lang: 'en', kind: 'full' },
        { text: 'Gen Sato', lang: 'en', kind: 'former', to: '2001-01-01' },
        { text: 'Lord Ito', lang: 'en', kind: 'full', from: '2025-01-01' },
        { text: '伊藤元', lang: 'ja', kind: 'full' },
      ],
      roles: [aRole('Minister', { post: 'post/minister' as never, from: '2014-12-24', to: '2016-08-03' })],
    }),
    anEntity('person/han'),
    anEvent('seoul', '2015-10-20', { participants: took('person/ito as post/minister', 'person/han') }),
    anEvent('doubt', '2015-09-01', { participants: took('person/ito'), confidence: 'uncertain' }),
    anEvent('early', '2014-12-25', { participants: took('person/ito') }),
    anEvent('late', '2025-01-02', { participants: took('person/ito'), summary: { en: 'He spoke.' } }),
  ]);
});

const page = (id: string, more: Partial<EntityRequest> = {}, known = knowledge) =>
  describeEntity(
    known,
    { reference: ref(id), asOf: { day: '2015-10-20', origin: 'json-ld' }, beside: [], lang: 'en', ...more },
    TODAY,
  );

describe('the page of a person', () => {
  it('has the card, all offices, all events cut at the day', async () => {
    const model = await page('person/ito', { beside: [ref('person/han')] });
    expect(model).toMatchObject({
      card: { name: { text: 'Gen Ito' }, roles: { lines: [{ title: { text: 'Minister' }, when: 'since' }] } },
      isLater: false,
      lanes: [{ key: ref('post/minister'), bars: [{ part: 'current' }] }],
      events: { before: 1, sameDay: 1, since: 1 },
      olderEvents: 0,
      participants: [],
    });
    expect(model?.events?.events.map(({ reference, part }) => `${reference} ${part}`)).toEqual([
      'test:event/early before',
      'test:event/seoul same-day',
      'test:event/late since',
    ]);
    expect(model?.events?.events.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('is read as of today where there is no article', async () => {
    const model = await page('person/ito', { asOf: null });
    expect(model).toMatchObject({ card: { asOf: { day: TODAY, origin: 'none' } }, events: { before: 3, since: 0 } });
  });

  it('has the names of the day in all languages, with what no source shows marked', async () => {
    const names = (await page('person/ito', { lang: 'ja' }))?.names ?? [];
    expect(names.map(({ lang, forms }) => [lang, ...forms.map(({ text }) => text)])).toEqual([
      ['ja', '伊藤元'],
      ['en', 'Gen Ito', 'Gen Sato'],
      ['ko', '이토 겐'],
    ]);
    expect(names[2]?.forms).toEqual([{ text: '이토 겐', isUnseen: true, isFormer: false }]);
    expect(names[1]?.forms[1]).toMatchObject({ isFormer: true });
    expect(JSON.stringify((await page('person/ito', { asOf: null }))?.names)).toContain('Lord Ito');
  });

  it('says which packs it is from, whoever of them is asked for', async () => {
    const sameAs = ['https://www.wikidata.org/wiki/Q900000001'];
    const two = await buildKnowledgeOf([
      { header: { title: { en: 'First' } }, records: [anEntity('person/ito', { sameAs })] },
      {
        header: { id: 'other' as never, title: { en: 'Second' }, private: true },
        records: [anEntity('person/i', { sameAs }), anEvent('talks', '2010-01-01', { participants: took('person/i') })],
      },
    ]);
    for (const reference of [ref('person/ito'), 'other:person/i' as never]) {
      const model = await page('person/ito', { reference }, two);
      expect(model?.card.reference).toBe(ref('person/ito'));
      expect(model?.packs.map(({ title }) => title.text)).toEqual(['First', 'Second']);
      expect(model).toMatchObject({ isPrivate: true, events: { before: 1 } });
    }
  });
});

describe('the page of an event', () => {
  it('has who took part, and in which office', async () => {
    expect(await page('event/seoul')).toMatchObject({
      card: { type: 'event', date: '2015-10-20' },
      isLater: false,
      lanes: [],
      events: null,
      participants: [
        { reference: ref('person/ito'), role: { text: 'Minister' } },
        { reference: ref('person/han'), role: null },
      ],
    });
  });

  it('that is later than the day, and was asked for, is told as of its own', async () => {
    expect(await page('event/late')).toMatchObject({
      isLater: true,
      card: { name: { text: 'Title of late' }, date: '2025-01-02', description: { text: 'He spoke.' } },
    });
  });
});

it('of what no pack has there is none', async () => {
  expect(await page('person/nobody')).toBeNull();
});
