import { describe, expect, it } from 'vitest';
import {
  fullForms,
  nameTraits,
  RELATION_MASK,
  RELATIONS,
  TRAIT_ACRONYM,
  TRAIT_COMMON_WORD,
  TRAIT_DEMONYM,
  TRAIT_FIRST_PART,
  TRAIT_INNER_CAPITAL,
  TRAIT_LAST_PART,
  TRAIT_SEVERAL_WORDS,
  TRAIT_SMALL,
} from '../../../lib/recognition/name-traits';
import { foldName } from '../../../lib/text/fold';
import { aName, anEntity } from '../../support/build-pack';

function traitsOf(label: string, text: string, type = 'thing'): number {
  const entity = anEntity(`${type}/x`, { label: { en: label }, names: [aName(label)] });
  return nameTraits(foldName(text), aName(text, 'short'), fullForms(entity));
}
const relation = (label: string, text: string) => RELATIONS[traitsOf(label, text) & RELATION_MASK];

describe('nameTraits', () => {
  it.each([
    ['Baghdad', 'Baghdad', 'equal'],
    ['Baghdad', 'BAGHDAD', 'equal'],
    ['Al-Jazeera', 'Al Jazeera', 'equal'],
    ['AT&T', 'ATT', 'equal'],
    ['Washington, D.C.', 'Washington', 'equal'],
    ['United States Congress', 'Congress', 'inside'],
    ['University of Kent', 'Kent University', 'inside'],
    ['United States of America', 'U.S.', 'initials'],
    ['Federal Bureau of Investigation', 'FBI', 'initials'],
    ['California', 'Calif.', 'initials'],
    ['Iraq', 'Baghdad', 'none'],
    ['Iraq', 'I', 'none'],
  ])('relates to %s the name %s: %s', (label, text, expected) => expect(relation(label, text)).toBe(expected));

  it.each<readonly [label: string, text: string, trait: number, has: boolean]>([
    ['Gerald Ford', 'Ford', TRAIT_LAST_PART, true],
    ['Ford Motor Company', 'Ford', TRAIT_LAST_PART, false],
    ['Mowaffak al-Rubaie', 'Rubaie', TRAIT_LAST_PART, true],
    ['New York', 'York', TRAIT_LAST_PART, false],
    ['George Bush', 'George', TRAIT_FIRST_PART, true],
    ['Motor Company', 'Motor', TRAIT_FIRST_PART, false],
    ['Star', 'Star', TRAIT_COMMON_WORD, true],
    ['Supreme Court', 'Supreme Court', TRAIT_COMMON_WORD, true],
    ['Nakatani', 'Nakatani', TRAIT_COMMON_WORD, false],
    ['Iraq', 'Iraqi', TRAIT_DEMONYM, true],
    ['Iraq', 'anti-Iraqi', TRAIT_DEMONYM, true],
    ['United States', 'American-born', TRAIT_DEMONYM, true],
    ['Iraq', 'Iraq', TRAIT_DEMONYM, false],
    ['New York', 'New York', TRAIT_SEVERAL_WORDS, true],
    ['heart disease', 'heart disease', TRAIT_SMALL, true],
    ['iPhone', 'iPhone', TRAIT_SMALL, false],
    ['中谷元', '中谷元', TRAIT_SMALL, false],
    ['Last Season', 'Last Season', TRAIT_INNER_CAPITAL, true],
    ['Last Season', 'Last season', TRAIT_INNER_CAPITAL, false],
    ['FBI', 'FBI', TRAIT_ACRONYM, true],
    ['FBI', 'F.B.I.', TRAIT_ACRONYM, true],
    ['Fbi', 'Fbi', TRAIT_ACRONYM, false],
  ])('of %s the name %s has trait %i: %s', (label, text, trait, has) => {
    expect((traitsOf(label, text) & trait) !== 0).toBe(has);
  });

  it('leaves the parts of names to packs that know what is a person', () => {
    expect(traitsOf('Gerald Ford', 'Ford', 'person') & TRAIT_LAST_PART).toBe(0);
  });
});
