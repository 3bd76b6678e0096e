/** The reader's rules on what recognition found, as tables and as laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../lib/model/article';
import type { Reference } from '../../../lib/model/ids';
import type { RecordSubject, Rule, RuleScope } from '../../../lib/model/own';
import { applyRules, isInScope, isSubject, type ResolvedRule, rulesFor } from '../../../lib/settings/rules';
import { ref } from '../../support/build-facts';

const PLACE = { url: 'https://news.example/a', host: 'news.example' };
const [ITO, KIM, LEE] = ['person/ito', 'person/kim', 'person/lee'].map(ref) as [Reference, Reference, Reference];

const subject = (reference: Reference, sameAs: readonly string[] = []): RecordSubject => ({
  kind: 'record',
  reference,
  type: 'person',
  name: { en: reference },
  sameAs,
});
const EVERYWHERE: RuleScope = { kind: 'everywhere' };
const rule = (of: Reference, fields: Partial<Rule> = {}): Rule => ({
  form: null,
  subject: subject(of),
  scope: EVERYWHERE,
  instead: null,
  at: 1,
  ...fields,
});
const resolved = (rules: readonly Rule[]): ResolvedRule[] =>
  rulesFor(rules, PLACE).map((one) => ({
    rule: one,
    isAbout: (reference) => isSubject(one.subject, reference, undefined),
    instead: one.instead?.reference ?? null,
  }));

const mention = (surface: string, means: Reference | readonly Reference[]): Mention => ({
  block: 0,
  start: 0,
  end: surface.length,
  surface,
  ...(typeof means === 'string' ? { entity: means } : { candidates: means }),
  score: 0.8,
  evidence: [{ kind: 'full-name' }],
  rivals: [],
});
const outcome = (mentions: readonly Mention[]) =>
  mentions.map(({ surface, entity, candidates }) => `${surface} = ${entity ?? candidates?.join(' or ')}`);

describe('where a rule holds', () => {
  it.each<[scope: RuleScope, holds: boolean]>([
    [EVERYWHERE, true],
    [{ kind: 'site', host: 'news.example' }, true],
    [{ kind: 'site', host: 'www.news.example' }, false],
    [{ kind: 'article', url: 'https://news.example/a' }, true],
    [{ kind: 'article', url: 'https://news.example/b' }, false],
  ])('%j', (scope, holds) => {
    expect(isInScope(scope, PLACE)).toBe(holds);
  });
});

describe('what a rule is about', () => {
  const address = 'https://www.wikidata.org/entity/Q900000001';
  it.each<[what: string, reference: Reference, sameAs: readonly string[] | undefined, is: boolean]>([
    ['the record itself', ITO, undefined, true],
    ['another record of the same', 'other:person/i' as Reference, [address], true],
    ['another record', KIM, ['https://www.wikidata.org/entity/Q900000002'], false],
    ['another record without addresses', KIM, undefined, false],
  ])('is %s', (_, reference, sameAs, is) => {
    expect(isSubject(subject(ITO, [address]), reference, sameAs)).toBe(is);
  });
});

describe('applyRules', () => {
  it.each<[what: string, rules: readonly Rule[], mentions: readonly Mention[], left: readonly string[]]>([
    ['mutes a name, whatever its form', [rule(ITO)], [mention('Ito', ITO), mention('Gen Ito', ITO)], []],
    [
      'mutes a form and no other',
      [rule(ITO, { form: 'ITO' })],
      [mention('Ito', ITO), mention('Gen Ito', ITO)],
      [`Gen Ito = ${ITO}`],
    ],
    ['leaves others of the form', [rule(ITO, { form: 'Ito' })], [mention('Ito', KIM)], [`Ito = ${KIM}`]],
    ['corrects a name', [rule(ITO, { instead: subject(KIM) })], [mention('Ito', ITO)], [`Ito = ${KIM}`]],
    ['takes a candidate away', [rule(ITO)], [mention('Ito', [ITO, KIM, LEE])], [`Ito = ${KIM} or ${LEE}`]],
    ['takes the one that is left', [rule(ITO)], [mention('Ito', [ITO, KIM])], [`Ito = ${KIM}`]],
    ['leaves nothing of candidates that are all muted', [rule(ITO), rule(KIM)], [mention('Ito', [ITO, KIM])], []],
    [
      'decides an open choice by a correction',
      [rule(ITO, { instead: subject(LEE) })],
      [mention('Ito', [ITO, KIM])],
      [`Ito = ${LEE}`],
    ],
    [
      'lets the article decide before the site, and the site before everywhere',
      [
        rule(ITO),
        rule(ITO, { scope: { kind: 'site', host: PLACE.host }, instead: subject(KIM) }),
        rule(ITO, { scope: { kind: 'article', url: PLACE.url }, instead: subject(LEE) }),
      ],
      [mention('Ito', ITO)],
      [`Ito = ${LEE}`],
    ],
    [
      'lets a form decide before any form',
      [rule(ITO), rule(ITO, { form: 'Ito', instead: subject(KIM) })],
      [mention('Ito', ITO), mention('Gen Ito', ITO)],
      [`Ito = ${KIM}`],
    ],
    [
      'lets the latest decide',
      [rule(ITO, { form: 'Ito', at: 2, instead: subject(KIM) }), rule(ITO, { form: 'ito', at: 3 })],
      [mention('Ito', ITO)],
      [],
    ],
    [
      'is not asked elsewhere',
      [rule(ITO, { scope: { kind: 'site', host: 'other.example' } })],
      [mention('Ito', ITO)],
      [`Ito = ${ITO}`],
    ],
  ])('%s', (_, rules, mentions, left) => {
    expect(outcome(applyRules(mentions, resolved(rules)))).toEqual(left);
  });

  it('says that a rule of the reader’s decided', () => {
    const [changed] = applyRules([mention('Ito', ITO)], resolved([rule(ITO, { instead: subject(KIM) })]));
    expect(changed?.evidence).toEqual([{ kind: 'reader' }]);
  });

  const someone = fc.constantFrom(ITO, KIM, LEE);
  const someMention = fc.tuple(
    fc.constantFrom('Ito', 'Kim', 'Lee'),
    fc.oneof(someone, fc.uniqueArray(someone, { minLength: 2 })),
  );
  const someRule = fc.record({
    of: someone,
    form: fc.constantFrom(null, 'Ito', 'Kim'),
    instead: fc.option(someone),
    at: fc.nat(5),
  });

  it('never makes a mention, and never leaves what is muted everywhere', () => {
    fc.assert(
      fc.property(fc.array(someMention), fc.array(someRule), someone, (drawn, rules, muted) => {
        const mentions = drawn.map(([surface, means]) => mention(surface, means));
        const all = rules
          .filter(({ of }) => of !== muted)
          .map(({ of, form, instead, at }) =>
            rule(of, { form, at, instead: instead && instead !== muted ? subject(instead) : null }),
          );
        const left = applyRules(mentions, resolved([...all, rule(muted)]));
        expect(left.length).toBeLessThanOrEqual(mentions.length);
        expect(left.some(({ entity, candidates }) => entity === muted || candidates?.includes(muted))).toBe(false);
        for (const { candidates } of left) expect(candidates?.length ?? 2).toBeGreaterThan(1);
      }),
    );
  });
});
