/** Areas that the list of borders knows by a Wikidata item and no code of a country stands for. */
import { addName, createDraft } from './draft';
import { add, type Gathering } from './gathering';
import type { WorldInputs } from './inputs';
import { toSlug } from './slugs';

const SOURCE = 'country-coder';

interface Area {
  /** In the list. */
  readonly name: string;
  readonly country: string;
  readonly prominence: number;
  /** What news call it: other names, by language. No input of these packs has them; they are the usage of the press. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

const AREAS: readonly Area[] = [
  {
    name: 'Gaza Strip',
    country: 'PS',
    prominence: 0.6,
    names: {
      en: ['Gaza'],
      ja: ['ガザ地区', 'ガザ'],
      ko: ['가자지구', '가자 지구'],
      'zh-Hans': ['加沙地带', '加沙'],
      'zh-Hant': ['加薩走廊', '加薩'],
    },
  },
  {
    name: 'West Bank',
    country: 'PS',
    prominence: 0.55,
    names: {
      ja: ['ヨルダン川西岸', 'ヨルダン川西岸地区'],
      ko: ['요르단강 서안', '요르단강 서안지구'],
      'zh-Hans': ['约旦河西岸'],
      'zh-Hant': ['約旦河西岸'],
    },
  },
];

export function readAreas(gathering: Gathering, { borders }: WorldInputs): void {
  for (const { name, country, prominence, names } of AREAS) {
    const border = borders.find(
      ({ nameEn, iso1A2, country: of }) => nameEn === name && iso1A2 === undefined && of === country,
    );
    const whole = gathering.countries.get(country);
    if (!border?.wikidata || !whole) {
      gathering.tally.left(SOURCE, 'areas that the list of borders does not have', name);
      continue;
    }
    const area = createDraft({
      type: 'place',
      slug: toSlug(name),
      tag: country,
      label: { en: name },
      source: SOURCE,
      prominence,
      qid: border.wikidata,
    });
    area.placeKind = 'region';
    addName(area, name, 'en', 'full');
    for (const [lang, texts] of Object.entries(names)) {
      const [label] = texts;
      if (label && lang !== 'en') area.label[lang] = label;
      for (const text of texts) addName(area, text, lang, 'full');
    }
    area.relations.push({ kind: 'part-of', to: whole.place, source: SOURCE });
    add(gathering, area);
    gathering.tally.took(SOURCE, 'areas without a code');
  }
}
