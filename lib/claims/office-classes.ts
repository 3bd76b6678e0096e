/** Classes of offices, by the words of a text or of an office's own title: whose visits a series counts. */
export type OfficeClass = 'defense' | 'foreign' | 'finance' | 'president' | 'premier' | 'leader' | 'military';

const WORDS: Readonly<Record<OfficeClass, { [Symbol.matchAll](text: string): Iterable<RegExpExecArray> }>> = {
  defense:
    /defen[cs]e (?:ministers?|chiefs?|secretar(?:y|ies)|leaders)|ministers? of (?:national )?defen[cs]e|secretary of defen[cs]e|defen[cs]e agency|防衛相|防衛大臣|防衛庁長官|国防相|国防長官|国防部長官|防衛閣僚|국방\s?장관|국방부\s?장관|방위상|방위청\s?장관|국방상|防卫大臣|防卫相|国防部长|国防部長|國防部長|国防部长官|国防长官|防长|防長/gi,
  foreign:
    /foreign (?:ministers?|secretar(?:y|ies))|ministers? (?:of|for) foreign affairs|secretary of state|top diplomats?|外相|外務大臣|外務部長官|外交部長官|外務長官|国務長官|외교\s?장관|외교부\s?장관|외무상|외무\s?장관|국무장관|外长|外長|外交部长|外交部長|国务卿|國務卿/gi,
  finance:
    /finance ministers?|ministers? of finance|treasury secretary|財務相|財務大臣|財務長官|재무\s?장관|재무상|기획재정부\s?장관|财长|財長|财政部长/gi,
  president:
    /(?<!vice )(?<!vice-)presidents?\b(?! of the (?:house|senate|council))|大統領|国家主席|대통령|국가주석|总统|總統|国家主席|國家主席/gi,
  premier: /prime ministers?|premiers?\b|chancellors?\b|首相|総理|총리|수상|总理|總理/gi,
  leader:
    /\bleaders?\b|heads? of (?:state|government)|首脳|정상(?!화)|领导人|領導人|首脑|首腦|元首|最高指導者|최고지도자|supreme leader/gi,
  military: /joint chiefs|chiefs? of staff|統合幕僚長|合同参謀|합참의장|합동참모|참모총장|联合参谋|聯合參謀/gi,
};

export interface OfficePlace {
  readonly start: number;
  readonly end: number;
  readonly office: OfficeClass;
}

export function officesIn(text: string): OfficePlace[] {
  return (Object.keys(WORDS) as OfficeClass[]).flatMap((office) =>
    [...WORDS[office][Symbol.matchAll](text)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      office,
    })),
  );
}

/** Heads of state and of government are leaders. */
export const areAlike = (a: OfficeClass, b: OfficeClass): boolean =>
  a === b ||
  (a === 'leader' && (b === 'president' || b === 'premier')) ||
  (b === 'leader' && (a === 'president' || a === 'premier'));
