/**
 * Names of persons as the inputs write them: titles of honour, peerages, nicknames and capitals taken away, the family
 * name found where the order of the words tells it. What is no full name is none.
 */

export interface PersonName {
  /** Two words or more. */
  readonly full: string;
  readonly family: string | null;
}

/** Which word is the family name: the last; the first of East Asian names; none where custom calls by given names. */
export type NameOrder = 'western' | 'eastern' | 'none';

const HONOUR =
  /^(?:sir|dame|dr|prof|professor|hon|rt|the|lord|lady|baron|baroness|gen|col|maj|capt|lt|adm|general|colonel|captain|admiral|ratu|tun|tan|dato|datuk|sheikh|shaikh|mr|mrs|ms)\.? /i;
const SUFFIX = /^(?:jr|sr|phd|obe|mbe|kc|qc|mp|esq)\.?$/i;
const NUMERAL = /^[IVX]+$/;
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della dei di du la le los las van von vom zu zur der den het ter ten af av bin bint ibn al el e y und of ould'.split(
    ' ',
  ),
);

/** The words of a name without what others add to it; `null` when it is no name of a person's. */
function bareWords(text: string): string[] | null {
  let bare = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/["“”«»][^"“”«»]*["“”«»]|(?<=\s)['‘][^'’]+['’](?=\s)/g, ' ')
    .replace(/,.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  while (HONOUR.test(bare)) bare = bare.replace(HONOUR, '').trim();
  const words = bare.split(' ').filter(Boolean);
  while (words.length > 1 && SUFFIX.test(words.at(-1) ?? '')) words.pop();
  if (words.length === 0 || /[\d:/<>&@]/.test(bare) || !/\p{L}/u.test(bare)) return null;
  return words.map((word, i) => (isInnerParticle(words, i) ? word.toLowerCase() : withoutCapitals(word)));
}

/** "REBELO DE SOUSA", "VAN DER BELLEN": a particle between capitals, though not the first of them. */
const isInnerParticle = (words: readonly string[], i: number): boolean =>
  i > 0 &&
  /^\p{Lu}{1,3}$/u.test(words[i] ?? '') &&
  PARTICLES.has((words[i] ?? '').toLowerCase()) &&
  /^\p{Lu}{3,}$/u.test(words[i - 1] ?? '') &&
  words.length > i + 1;

/** "MACRON" as "Macron", "LE PEN" as "Le Pen", "AL-SISI" as "Al-Sisi"; initials and numerals stay. */
function withoutCapitals(word: string): string {
  if (word.includes('-') && /\p{Ll}/u.test(word))
    return word
      .split('-')
      .map((part) => (part.length > 2 ? withoutCapitals(part) : part))
      .join('-');
  if (!/\p{Lu}\p{M}*['’]?\p{Lu}/u.test(word) || /\p{Ll}/u.test(word.replace(/^Mc|^Mac|^[a-z]+-|^d['’]/, '')))
    return word;
  if (NUMERAL.test(word) || /^(?:\p{Lu}\.)+$/u.test(word)) return word;
  return word.replace(/\p{L}[\p{L}\p{M}]*/gu, (part) =>
    part.length > 2 && part.startsWith('Mc')
      ? `Mc${part[2]}${part.slice(3).toLowerCase()}`
      : `${part[0]}${part.slice(1).toLowerCase()}`,
  );
}

/** Reads a name written in Latin, Cyrillic or other letters with spaces. */
export function readPersonName(text: string, order: NameOrder = 'western'): PersonName | null {
  const words = bareWords(text);
  if (!words || words.length < 2) return null;
  if (words.some((word) => word.length > 40) || words.length > 8) return null;
  return { full: words.join(' '), family: familyOf(words, order) };
}

function familyOf(words: readonly string[], order: NameOrder): string | null {
  if (order === 'none') return null;
  if (order === 'eastern') return easternFamily(words);
  const last = words.length - 1;
  if (NUMERAL.test(words[last] ?? '')) return words.length > 2 ? fitFamily(words[last - 1] ?? '') : null;
  let first = last;
  while (first > 1 && PARTICLES.has((words[first - 1] ?? '').toLowerCase())) first--;
  return fitFamily(words.slice(first).join(' '));
}

/** The first word, or the last of a name that was turned round for the West: "Jin-Cheol Im". */
function easternFamily(words: readonly string[]): string | null {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  if (isEasternFamily(first)) return first;
  return isEasternFamily(last) ? last : null;
}

const isEasternFamily = (word: string): boolean => EASTERN_FAMILIES.has(word.toLowerCase().replace(/\p{M}/gu, ''));

/** Two letters and a capital at least; initials and small words are no family name. */
const fitFamily = (word: string): string | null =>
  word.length > 2 && /\p{Lu}/u.test(word) && !word.endsWith('.') ? word : null;

/** Chinese and Korean family names as they are written in Latin letters. */
const EASTERN_FAMILIES: ReadonlySet<string> = new Set(
  `ahn an bae baek bai ban bang bao byun cai cao cha chae chan chang chao che chen cheng cheon cheong cheung chi chiang chin cho
  choe choi chon chong chou chow chu chua chun chung cui dai deng ding dong du duan eom fan fang feng fu gao ge geng gil go gong goh
  gong gu guan guo ha hahm ham han hao he heo heung ho hong hou hsia hsieh hsiao hsu hu hua huang hung hur hwang hyun im in jang jeon
  jeong ji jia jiang jin jo joo ju jung kan kang kao keng khoo ki kil kim ko koh kong koo kuk kung kuo kwak kwok kwon ku lai lam lau law
  lee lei leung li liang liao lien lim lin ling liu lo loh lu luo lyu ma mao maeng meng miao min mo moon mun na nam ni nie noh oh ong ou
  pae paek pak pan pang park peng pi pu pyo qi qian qiao qin qiu qu rao ren rhee ri ro roh ryoo ryu seo seok seol seong shang shao she shen
  shi shih shim shin si sim sin so sohn son song su suh sul sun sung tae tak tan tang tao teng tian tien tong tsai tsang tseng tu wan wang
  wei wen weng wi won wong woo wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yeh yen yeo yeom yi yim yin yip yoo yoon you
  yu yuan yuen yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou zuo`.split(/\s+/),
);

/** "Миквабия, Артур Артёмович": the family name first, then a comma. */
export function readInvertedName(text: string): PersonName | null {
  const match = /^([^,]+), ([^\s,]+)(?: [^,]+)?$/.exec(text);
  if (!match || /[\d:/]/.test(text)) return readPersonName(text);
  return { full: `${match[2]} ${match[1]}`, family: fitFamily(match[1] as string) };
}

/** The parts of a foreign name in Japanese or Chinese letters: "エマニュエル・マクロン". */
export function familyAfterDot(text: string): string | null {
  const last = text.split(/[・·•‧=＝]/).at(-1) ?? '';
  return last !== text && last.length >= 3 ? last : null;
}
