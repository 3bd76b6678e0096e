/** The role block: one row of the table for each case of the interface's page, section 4. */
import { describe, expect, it } from 'vitest';
import { buildRoleBlock, type RoleQuestions, roleOnDay } from '../../../lib/briefing/role-block';
import type { NowLine } from '../../../lib/briefing/view-models';
import type { Role } from '../../../lib/model/pack';
import { parseEdtf } from '../../../lib/text/edtf';
import { anEntity, aRole } from '../../support/build-facts';

const day = (text: string) => parseEdtf(text)?.first ?? Number.NaN;

/** `since Minister 2024-10-01`, `earlier Minister 2014/2016`: what a line says, in one text. */
function say(roles: readonly Role[], on: string, questions?: RoleQuestions): string[] {
  const block = buildRoleBlock(anEntity('person/ito', { roles }), day(on), 'en', questions);
  if (!block) return ['no block'];
  return block.lines.map(({ when, capacity, title, from, to, asOf, doubt }) =>
    [
      when,
      ...(capacity === 'full' ? [] : [capacity]),
      title.text,
      ...(when === 'earlier' ? [`${from ?? ''}/${to ?? ''}`] : []),
      ...(when === 'since' && from ? [from] : []),
      ...(when === 'last-recorded' && asOf ? [asOf] : []),
      ...(doubt ? [`(${doubt})`] : []),
    ].join(' '),
  );
}

const minister = aRole('Minister', { from: '2024-10-01', to: '2025-10-21', post: 'post/minister' as never });
const adviser = aRole('Adviser', { from: '2025-10-21', to: '..', asOf: '2026-10-06' });

describe('the role block', () => {
  it.each<[title: string, roles: Role[], on: string, lines: string[]]>([
    ['one office', [minister], '2025-09-08', ['since Minister 2024-10-01']],
    ['the first day of an office', [minister], '2024-10-01', ['starts Minister']],
    ['its last day', [minister], '2025-10-21', ['ends Minister']],
    ['the day after', [minister], '2025-10-22', ['earlier Minister 2024-10-01/2025-10-21']],
    ['the day before', [minister], '2024-09-30', []],
    [
      'a day of change: the office that ends first',
      [adviser, minister],
      '2025-10-21',
      ['ends Minister', 'starts Adviser'],
    ],
    [
      'several at once: in the order of the pack',
      [minister, aRole('Member', { from: '2020-01-01', to: '..', asOf: '2026-01-01' })],
      '2025-09-08',
      ['since Minister 2024-10-01', 'since Member 2020-01-01'],
    ],
    [
      'an office in sight after the one held',
      [aRole('President', { from: '2025-09-01', to: '2025-12-01', capacity: 'elect' }), minister],
      '2025-09-08',
      ['since Minister 2024-10-01', 'since elect President 2025-09-01'],
    ],
    [
      'none now: the latest before',
      [minister, aRole('Agency head', { from: '2001-04-26', to: '2002-09-30' })],
      '2026-01-01',
      ['earlier Minister 2024-10-01/2025-10-21'],
    ],
    ['none known up to the day', [minister], '2010-01-01', []],
    ['nobody with offices', [], '2010-01-01', ['no block']],
    [
      'an acting holder',
      [aRole('Minister', { from: '2024-12-05', to: '2025-07', capacity: 'acting' })],
      '2025-01-01',
      ['since acting Minister 2024-12-05'],
    ],
    [
      'a nominee',
      [aRole('Minister', { from: '2025-06-23', to: '2025-07-24', capacity: 'announced' })],
      '2025-07-01',
      ['since announced Minister 2025-06-23'],
    ],
    [
      'an approximate start',
      [aRole('Head', { from: '2001-04-26~', to: '2002-09-30' })],
      '2001-04-26',
      ['since Head 2001-04-26~'],
    ],
    [
      'a start known to the month',
      [aRole('Chief', { from: '2023-03', to: '2025-08' })],
      '2023-03-01',
      ['since Chief 2023-03'],
    ],
    [
      'an end known to the month, on its last day',
      [aRole('Chief', { from: '2023-03', to: '2025-08' })],
      '2025-08-31',
      ['since Chief 2023-03'],
    ],
    ['an open end within the record', [adviser], '2026-10-06', ['since Adviser 2025-10-21']],
    ['an open end past the record', [adviser], '2026-10-07', ['last-recorded Adviser 2026-10-06']],
    [
      'an unknown end past the day vouched for',
      [aRole('Vice minister', { asOf: '2012-06-02' })],
      '2013-01-01',
      ['last-recorded Vice minister 2012-06-02'],
    ],
    ['an office known for one day, the day before', [aRole('Vice minister', { asOf: '2012-06-02' })], '2012-06-01', []],
    ['an unknown start, before the last day', [aRole('Premier', { to: '2002-07-11' })], '2002-07-10', []],
    [
      'an unknown start, after the last day',
      [aRole('Premier', { to: '2002-07-11' })],
      '2003-01-01',
      ['earlier Premier /2002-07-11'],
    ],
    [
      'a later office ended, an older one left open',
      [
        aRole('Member', { from: '2000', to: '..', asOf: '2010-01-01' }),
        aRole('Mayor', { from: '2012-01-01', to: '2016-01-01' }),
      ],
      '2020-01-01',
      ['earlier Mayor 2012-01-01/2016-01-01'],
    ],
    [
      'an uncertain office, as if it were not there',
      [{ ...minister, confidence: 'uncertain' }],
      '2025-09-08',
      ['no block'],
    ],
    [
      'a partly verified one, marked',
      [{ ...minister, confidence: 'partly verified' }],
      '2025-09-08',
      ['since Minister 2024-10-01 (partly verified)'],
    ],
  ])('shows %s', (_, roles, on, lines) => {
    expect(say(roles, on)).toEqual(lines);
  });

  it('puts the leading office above the others, whatever the order of the pack', () => {
    const president = aRole('President', { from: '2024-01-01', to: '2029-01-01' });
    const isLeading = ({ title }: Role) => title.en === 'President';
    expect(say([minister, president], '2025-09-08', { isLeading })).toEqual([
      'since President 2024-01-01',
      'since Minister 2024-10-01',
    ]);
  });

  describe('with no office on the day', () => {
    const roles = [
      aRole('Minister', { from: '2023-10-07', to: '2024-09-06', post: 'post/minister' as never }),
      aRole('Adviser', { from: '2024-08-12', to: '2025-06-04', post: 'post/adviser' as never }),
    ];
    const calledFor = (post: string): RoleQuestions => ({ isCalledFor: (role) => role.post === post });
    it.each([
      ['the latest', {}, ['earlier Adviser 2024-08-12/2025-06-04']],
      [
        'the latest, and the one the article calls for',
        calledFor('post/minister'),
        ['earlier Adviser 2024-08-12/2025-06-04', 'earlier Minister 2023-10-07/2024-09-06'],
      ],
      ['it once where both are one', calledFor('post/adviser'), ['earlier Adviser 2024-08-12/2025-06-04']],
    ])('shows %s', (_, questions, lines) => {
      expect(say(roles, '2025-09-08', questions)).toEqual(lines);
    });
  });

  describe('the Now-line', () => {
    const later = aRole('Premier', { from: '2025-11-01', to: '..', asOf: '2026-10-06' });
    const actingLater: Role = { ...later, capacity: 'acting' };
    it.each<[says: string, roles: Role[], on: string, now: NowLine | null]>([
      ['left, when the office ended later', [minister], '2025-09-08', { kind: 'left', date: '2025-10-21' }],
      ['still, when it is held where the record ends', [adviser], '2025-12-01', { kind: 'still', date: '2026-10-06' }],
      [
        'the office that followed',
        [minister, later],
        '2025-09-08',
        { kind: 'role', title: { text: 'Premier', lang: 'en' }, from: '2025-11-01' },
      ],
      [
        'the office that followed, with its word',
        [minister, actingLater],
        '2025-09-08',
        { kind: 'role', title: { text: 'Premier', lang: 'en' }, from: '2025-11-01', capacity: 'acting' },
      ],
      [
        'the later office of somebody who had none',
        [later],
        '2025-09-08',
        { kind: 'role', title: { text: 'Premier', lang: 'en' }, from: '2025-11-01' },
      ],
      [
        'nothing of a later office that has ended too',
        [aRole('Mayor', { from: '2025-11-01', to: '2025-12-01' })],
        '2025-09-08',
        null,
      ],
      ['nothing on the last day itself', [minister], '2025-10-21', null],
      ['the new office on a day of change', [minister, adviser], '2025-10-21', { kind: 'still', date: '2026-10-06' }],
      ['nothing past the end of the record', [adviser], '2026-12-01', null],
      [
        'what became of the office named first, not of one below it',
        [minister, aRole('Member', { from: '2020-01-01', to: '..', asOf: '2026-10-06' })],
        '2025-09-08',
        { kind: 'left', date: '2025-10-21' },
      ],
    ])('says %s', (_, roles, on, now) => {
      expect(buildRoleBlock(anEntity('person/ito', { roles }), day(on), 'en')?.now).toEqual(now);
    });
  });

  it('says the leading one of two offices that followed, else the latest', () => {
    const open = (title: string, from: string) => aRole(title, { from, to: '..', asOf: '2026-10-06' });
    const roles = [open('Envoy', '2025-11-01'), open('Premier', '2025-12-01'), open('Member', '2026-01-01')];
    const now = (questions?: RoleQuestions) =>
      buildRoleBlock(anEntity('person/ito', { roles }), day('2025-09-08'), 'en', questions)?.now;
    expect(now()).toMatchObject({ title: { text: 'Member' } });
    expect(now({ isLeading: ({ title }) => title.en === 'Premier' })).toMatchObject({ title: { text: 'Premier' } });
  });

  it('keeps an end that is still to come out of the line', () => {
    const block = buildRoleBlock(anEntity('person/ito', { roles: [minister] }), day('2025-09-08'), 'en');
    expect(block?.lines[0]?.to).toBeNull();
  });
});

describe('the role of a line', () => {
  it.each<[string, Role[], string, unknown]>([
    ['the office on the day', [minister], '2025-09-08', { title: { text: 'Minister', lang: 'en' } }],
    ['the new one on a day of change', [minister, adviser], '2025-10-21', { title: { text: 'Adviser', lang: 'en' } }],
    ['the ending one when nothing follows', [minister], '2025-10-21', { title: { text: 'Minister', lang: 'en' } }],
    [
      'an acting one with its word',
      [{ ...minister, capacity: 'acting' }],
      '2025-09-08',
      { title: { text: 'Minister', lang: 'en' }, capacity: 'acting' },
    ],
    ['none after it', [minister], '2026-01-01', null],
    ['none that is only recorded for earlier', [adviser], '2027-01-01', null],
  ])('is %s', (_, roles, on, role) => {
    expect(roleOnDay(anEntity('person/ito', { roles }), day(on), 'en')).toEqual(role);
  });
});
