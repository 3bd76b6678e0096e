import { describe, expect, it } from 'vitest';
import {
  goesOnBehindApostrophe,
  isJuniorOrSenior,
  leadsToInstitution,
  namesAnotherThing,
  possessorEnd,
  stateBehind,
  takesSyllable,
} from '../../../lib/recognition/english-neighbours';

/** A text with a bar where the name ends, and whether the rule holds there. */
type Case = readonly [marked: string, holds: boolean];

const at = <T>(marked: string, ask: (text: string, end: number) => T): T =>
  ask(marked.replace('|', ''), marked.indexOf('|'));

const INSTITUTIONS: readonly Case[] = [
  ['UN| Women', true],
  ['U.N.| Command said', true],
  ['United Nations| University in', true],
  ["White House| Correspondents' Association dinner", true],
  ['UN| Population Fund', true],
  ["U.N.| Children's Fund", true],
  ['Yomiuri| Giants won', true],
  ['UN| and Women', false],
  ['UN| women', false],
  ['UN| Secretary General', false],
  ['UN|, Women', false],
  ['UN| One Two Three University', false],
  ['UN| Big Giants', false],
];

const JUNIORS: readonly Case[] = [
  ['Donald Trump| Jr. and', true],
  ['Donald Trump|, Sr.', true],
  ['Donald Trump| Jr', true],
  ['Donald Trump| Jrue', false],
  ['Donald Trump|. Sr. Paul', false],
];

const SYLLABLES: readonly Case[] = [
  ['Lee Jun|-ho sang', true],
  ['Lee Jun|‑seok', true],
  ['Lee Jun| Seok spoke', true],
  ['Lee Jun|-led', false],
  ['Lee Jun|-backed', false],
  ['Lee Jun|-Park', false],
  ['Lee Jun| Says', false],
  ['Lee Jun| Monday', false],
  ['Lee Jun| Tomorrow', false],
  ['Lee Jun| spoke', false],
];

const THINGS: readonly Case[] = [
  ["Hashimoto|'s disease", true],
  ['Hashimoto|’s disease', true],
  ['Han| dynasty bronzes', true],
  ['Aso| caldera', true],
  ["Hashimoto|'s doctor", false],
  ['Hashimoto|, disease', false],
];

const STATES: readonly (readonly [marked: string, country: string | undefined])[] = [
  ['Moscow|, Idaho, and', 'United States'],
  ['Berlin|, New Hampshire.', 'United States'],
  ['Paris|, Tenn., said', 'United States'],
  ['London|, Ontario, said', 'Canada'],
  ['London|, Ont. said', 'Canada'],
  ['In Austin|, Texas', 'United States'],
  ['In Tokyo|, Texas beef sells', undefined],
  ['Biden|, Texas Governor', undefined],
  ['Moscow|, Washington, and', undefined],
  ['Moscow|, Idahoans', undefined],
  ['Moscow| Idaho,', undefined],
];

const APOSTROPHES: readonly Case[] = [
  ["Xi|'an", true],
  ['Xi|’an’s walls', true],
  ["Xi|'s", false],
  ["Xi|'S", false],
  ["Xi|'ll", false],
  ["Xi|'ve", false],
  ["Xi|' and", false],
  ["the Lees|' house", false],
];

const POSSESSORS: readonly (readonly [marked: string, owner: string | null])[] = [
  ["Russia's |Liberal", 'Russia'],
  ["Russia's nationalist |Liberal", 'Russia'],
  ['Russia’s old nationalist |Liberal', 'Russia'],
  ["Russia's one old nationalist |Liberal", null],
  ["Russia's ban on |Liberal", null],
  ["Russia's Duma |Liberal", null],
  ['the |Liberal', null],
];

describe('what English writes behind a name', () => {
  it.each(INSTITUTIONS)('“%s” leads to an institution: %s', (marked, holds) => {
    expect(at(marked, (text, end) => leadsToInstitution(text, end, true))).toBe(holds);
  });
  it('follows one word alone where capitals tell nothing', () => {
    expect(at('UN| Women', (text, end) => leadsToInstitution(text, end, false))).toBe(true);
    expect(at('UN| Backs Women', (text, end) => leadsToInstitution(text, end, false))).toBe(false);
  });
  it.each(JUNIORS)('“%s” is a son or a father: %s', (marked, holds) =>
    expect(at(marked, isJuniorOrSenior)).toBe(holds),
  );
  it.each(SYLLABLES)('“%s” takes a syllable: %s', (marked, holds) => expect(at(marked, takesSyllable)).toBe(holds));
  it.each(THINGS)('“%s” is another thing: %s', (marked, holds) => expect(at(marked, namesAnotherThing)).toBe(holds));
  it.each(STATES)('“%s” lies in a state of %s', (marked, country) => {
    expect(at(marked, stateBehind)?.country).toBe(country);
  });
  it.each(APOSTROPHES)('“%s” goes on behind the apostrophe: %s', (marked, holds) => {
    expect(at(marked, goesOnBehindApostrophe)).toBe(holds);
  });
});

describe('possessorEnd', () => {
  it.each(POSSESSORS)('finds whose “%s” is: %s', (marked, owner) => {
    const end = at(marked, possessorEnd);
    expect(end < 0 ? null : marked.slice(0, end)).toBe(owner);
  });
});
