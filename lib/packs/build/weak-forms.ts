/**
 * Names of places that may be any word. In Hangul, kana and Han neither capitals nor spaces tell them from one, in German
 * capitals do not either, and what a list translated by machine calls a place may be a word indeed (요리사 "cook", 杏仁
 * "almond", "Thema" for Tema, "Widerstand" for Resistencia). How much a form weighs
 * grows with its length, with how much the place is named, and with who names it.
 */
import { BORNE_AS_FAMILY_NAMES, WORDS } from './weak-words';

interface PlaceForm {
  readonly text: string;
  readonly lang: string;
  /** Where the place lies: ISO 3166-1, two letters. */
  readonly country: string;
  readonly prominence: number;
  readonly isRegion: boolean;
  /** The world pack has the place too. */
  readonly isKnown: boolean;
  /** Translated by machine into a language of which Sidelight knows no words. */
  readonly isTranslated?: boolean;
}

/** A place as prominent as this is named day by day: a capital, a city of a million, a state of the US. */
const NAMED_DAILY = 0.41;
/** A city of nearly a million, a region of a large country. */
const NAMED_AT_TIMES = 0.4;
/** A city of a quarter of a million. */
const TOWN = 0.27;

/** A town of seventy thousand. */
const SMALL_TOWN = 0.2;

type Weakness = 'leave-out' | 'needs-context' | null;

/** Whether a form is let stand alone, only beside other evidence, or not at all. */
export function weaknessOf(form: PlaceForm): Weakness {
  const isUnheardOf = form.isTranslated === true && form.prominence < NAMED_DAILY;
  return byScript(form) ?? (isUnheardOf || WORDS.has(form.text) ? 'needs-context' : null);
}

function byScript(form: PlaceForm): Weakness {
  const { text, lang } = form;
  if (lang === 'ko') return inHangul(form);
  if (/^[\p{sc=Katakana}ー]+$/u.test(text)) return inKatakana(form);
  return /^\p{sc=Han}{2}$/u.test(text) ? inHan(form) : null;
}

const letters = ({ text }: PlaceForm): number => [...text].length;

function inHangul(form: PlaceForm): Weakness {
  const { country, prominence, isKnown } = form;
  const count = letters(form);
  if (country === 'KR') return prominence < TOWN && count < 4 ? 'needs-context' : null;
  if (count === 2) return 'leave-out';
  if (count > 3) return null;
  if (!isKnown || prominence < TOWN) return 'leave-out';
  return prominence < NAMED_DAILY ? 'needs-context' : null;
}

function inKatakana(form: PlaceForm): Weakness {
  const { prominence, isKnown } = form;
  const count = letters(form);
  if (count > 5) return null;
  if (count < 4 && (!isKnown || prominence < TOWN)) return 'leave-out';
  // Katakana writes foreign names and few words: what news names at times stands by itself.
  return isKnown && prominence >= NAMED_AT_TIMES ? null : 'needs-context';
}

/** Two characters: names of Japan's prefectures and towns, of which some are family names; elsewhere Chinese words. */
function inHan({ text, lang, country, prominence, isRegion, isKnown }: PlaceForm): Weakness {
  if (lang === 'ja' && country === 'JP') {
    // 菊池, 大宮: below, a family name as often as the town.
    if (!isRegion && prominence < SMALL_TOWN) return 'leave-out';
    if (BORNE_AS_FAMILY_NAMES.has(text)) return 'needs-context';
    return isRegion || prominence >= 0.35 ? null : 'needs-context';
  }
  const isChinese = country === 'CN' || country === 'TW';
  // Machines turn 蛟河 into 交河 for the Japanese, who write 交河 for "crossing the river" too.
  if (isChinese && !isRegion && (!isKnown || (lang === 'ja' && prominence < NAMED_AT_TIMES))) return 'leave-out';
  return prominence < 0.45 ? 'needs-context' : null;
}
