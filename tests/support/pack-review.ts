/**
 * What a reviewer asks of a shipped pack beyond the checker's rules: sources that may stand, texts that know nothing
 * later than their day, terms of office that fit one another, both names of a disputed place. Every function takes
 * records and returns its findings, each led by the record's id.
 */
import type { Localized } from '../../lib/model/localized';
import type { Entity, PackEvent, PackRecord, Role } from '../../lib/model/pack';
import { dayToFields, parseEdtf } from '../../lib/text/edtf';

export const LANGUAGES = ['en', 'ja', 'ko'] as const;

type Records = readonly PackRecord[];
type NamedText = readonly [where: string, text: Localized];

export const ofKind = <T extends PackRecord['record']>(records: Records, kind: T) =>
  records.filter((record) => record.record === kind) as Extract<PackRecord, { record: T }>[];

export const wordingOf = (text: Localized | undefined, lang: string): string => {
  const value = text?.[lang];
  return typeof value === 'string' ? value : (value?.text ?? '');
};

/** Every text that a reader may see, labels aside. */
export function* prose(records: Records): Generator<NamedText> {
  for (const entity of ofKind(records, 'entity')) {
    yield [`${entity.id} description`, entity.description ?? {}];
    for (const [i, role] of (entity.roles ?? []).entries()) {
      yield [`${entity.id} role ${i}`, role.title];
      if (role.note) yield [`${entity.id} role ${i} note`, role.note];
    }
  }
  for (const event of ofKind(records, 'event')) {
    yield [`${event.id} title`, event.title];
    yield [`${event.id} summary`, event.summary ?? {}];
    for (const { by, text } of event.accounts ?? []) yield [`${event.id} account of ${by}`, text];
  }
  for (const series of ofKind(records, 'series')) {
    yield [`${series.id} title`, series.title];
    yield [`${series.id} counts`, series.counts];
    for (const [i, { note }] of series.coverage.entries()) yield [`${series.id} coverage ${i}`, note ?? {}];
  }
  for (const timeline of ofKind(records, 'timeline')) yield [`${timeline.id} title`, timeline.title];
}

export function missingLanguages(texts: Iterable<NamedText>): string[] {
  return [...texts].flatMap(([where, text]) =>
    LANGUAGES.filter((lang) => text[lang] === undefined || wordingOf(text, lang).trim() === '').map(
      (lang) => `${where} ${lang}`,
    ),
  );
}

/** Texts of our own are not marked as unverified: the mark is for name forms that no source shows. */
export function unverifiedProse(records: Records): string[] {
  return [...prose(records)].flatMap(([where, text]) =>
    LANGUAGES.filter((lang) => typeof text[lang] === 'object').map((lang) => `${where} ${lang}`),
  );
}

/** Labels in a form that no source shows in that script; the reader sees the English one instead. */
export function unverifiedLabels(records: Records): { readonly id: string; readonly type: string }[] {
  return ofKind(records, 'entity').flatMap(({ id, type, label }) =>
    LANGUAGES.filter((lang) => typeof label[lang] === 'object').map(() => ({ id, type })),
  );
}

/** Mirrors of wikis, content farms, machine-written pages, blogs, forums and hosts that only copy others. */
const INADMISSIBLE =
  /gtool\.pro|readonly\.wiki|pinocchiopedia|wiki\.x\.io|kfd\.me|theinfolist|memim\.|the1\.wiki|ja-wiki|iwiki\.icu|jmedia\.wiki|admiral31|artikeldigital|owlapps|profilpelajar|hqproductreviews|onul\.works|namu\.|unamwiki|alphawiki|qudswiki|headlines4|hanna-ai|rifnote|allthe\.news|devdiscourse|particle\.news|newsmediafocus|newsforall|blogspot|tistory|ameblo|hatena|cafe\.daum|kjclub|5ch\.net|veneneo|miragenews|workers\.dev|pages\.dev|206\.189\.|wikipedia\.org\.|wikisource\.org\./;

export function inadmissibleSources(records: Records): string[] {
  return ofKind(records, 'source').flatMap(({ id, kind, url, publisher, title }) => {
    const findings: string[] = [];
    if (url && INADMISSIBLE.test(url)) findings.push(`${id}: ${url}`);
    if (url?.includes('github.com') && kind !== 'dataset') findings.push(`${id}: a repository is no ${kind} source`);
    if (/mirror|blog\b|github-stored/i.test(`${publisher} ${title}`)) findings.push(`${id}: ${publisher}, ${title}`);
    return findings;
  });
}

export function unusedSources(records: Records): string[] {
  const used = new Set<string>();
  const visit = (value: unknown, key: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, key === 'provenance' ? 'sources' : name);
    else if (key === 'sources') used.add(String(value));
  };
  for (const record of records) if (record.record !== 'source') visit(record, '');
  return ofKind(records, 'source')
    .map(({ id }) => id as string)
    .filter((id) => !used.has(id));
}

export function undatedOrUnsourced(records: Records): string[] {
  const roles = ofKind(records, 'entity').flatMap(({ id, roles = [] }) =>
    roles.flatMap((role, i) => [
      ...(role.from || (role.to && role.to !== '..') || role.asOf ? [] : [`${id} role ${i}: no date`]),
      ...(role.to === '..' && !role.asOf ? [`${id} role ${i}: open without asOf`] : []),
      ...(role.sources.length > 0 ? [] : [`${id} role ${i}: no source`]),
    ]),
  );
  const events = ofKind(records, 'event').flatMap(({ id, date, sources }) => [
    ...(parseEdtf(date) ? [] : [`${id}: no date`]),
    ...(sources.length > 0 ? [] : [`${id}: no source`]),
  ]);
  return [...roles, ...events];
}

/** Days on which a role is asserted. */
function termOf(role: Role): { readonly first: number; readonly last: number } {
  const day = (text: string | undefined) => (text && text !== '..' ? parseEdtf(text) : null);
  const [from, to, asOf] = [day(role.from), day(role.to), day(role.asOf)];
  return {
    first: from?.first ?? asOf?.first ?? to?.first ?? Number.NaN,
    last: to?.last ?? asOf?.last ?? from?.last ?? Number.NaN,
  };
}

/** One holder at a time: two may share the day of a change, and somebody may act for an absent one. */
export function overlappingHolders(records: Records): string[] {
  const terms = ofKind(records, 'entity').flatMap(({ id, roles = [] }) =>
    roles
      .filter(({ post, capacity = 'full' }) => post && capacity === 'full')
      .map((role) => ({ id, post: role.post, ...termOf(role) })),
  );
  return terms.flatMap((a, i) =>
    terms
      .slice(i + 1)
      .filter((b) => b.post === a.post && a.first < b.last && b.first < a.last)
      .map((b) => `${a.post}: ${a.id} and ${b.id}`),
  );
}

/** Who takes part in an event in an office holds it on a day of that event, by the pack's own record. */
export function outOfOffice(records: Records): string[] {
  const people = new Map(ofKind(records, 'entity').map((entity) => [entity.id as string, entity]));
  return ofKind(records, 'event').flatMap(({ id, date, participants }) =>
    participants
      .filter(({ entity, as: post }) => {
        const person = people.get(entity);
        const on = parseEdtf(date);
        if (!post || !on || person?.type !== 'person') return false;
        return !person.roles?.some((role) => {
          const { first, last } = termOf(role);
          return role.post === post && first <= on.last && on.first <= last;
        });
      })
      .map(({ entity, as: post }) => `${id}: ${entity} as ${post}`),
  );
}

interface SeriesRule {
  readonly kinds: readonly string[];
  readonly direction?: { readonly from: string; readonly to: string };
}

/** Members are held, certain enough, of the right kind and, for visits, in the right direction. */
export function wrongMembers(records: Records, rules: Readonly<Record<string, SeriesRule>>): string[] {
  const events = new Map(ofKind(records, 'event').map((event) => [event.id as string, event]));
  return ofKind(records, 'series').flatMap((series) => {
    const rule = rules[series.id];
    if (!rule) return [`${series.id}: no rule says what may be its member`];
    return series.events.flatMap((id) => {
      const event = events.get(id);
      const fits =
        event?.status === 'held' &&
        event.confidence !== 'uncertain' &&
        rule.kinds.includes(event.kind) &&
        (!rule.direction ||
          (event.direction?.from === rule.direction.from && event.direction.to === rule.direction.to));
      return fits ? [] : [`${series.id}: ${id}`];
    });
  });
}

/** Offices, and words for what came before or after; a profession before politics ("former banker") is innocent. */
const OFFICE =
  /\b(?:president|minister|premier|chairman|ambassador|governor|incumbent)\b|大臣|首相|大統領|長官|議長|知事|총리|대통령|장관|의장|지사/i;
const PASSING: readonly RegExp[] = [
  /\b(?:until|since|currently|now|today|recently|previously|ex-\w+|late)\b/i,
  /\bformer (?:\w+ )*(?:lawmaker|leader|secretary|head|chief|politician|general|admiral)\b/i,
  /現職|現在|現任|前職|前任|歴任|退任|就任/,
  /(?<!이)전직(?! KGB)|현직|현재|역임|퇴임|취임/,
];

const years = (text: string): number[] => [...text.matchAll(/(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/g)].map(Number);
const lastYear = (date: string | undefined): number | null => {
  const parsed = parseEdtf(date ?? '');
  return parsed ? dayToFields(parsed.last).year : null;
};

export function timeInDescriptions(entities: readonly Entity[]): string[] {
  return entities.flatMap(({ id, type, description, founded, born }) =>
    LANGUAGES.flatMap((lang) => {
      const text = wordingOf(description, lang);
      const known = lastYear(founded ?? born);
      return [
        ...years(text)
          .filter((year) => year !== known)
          .map((year) => `${id} ${lang}: ${year}`),
        ...PASSING.filter((words) => words.test(text)).map((words) => `${id} ${lang}: ${words.exec(text)?.[0]}`),
        ...(type === 'person' && OFFICE.test(text) ? [`${id} ${lang}: ${OFFICE.exec(text)?.[0]}`] : []),
      ];
    }),
  );
}

const HINDSIGHT: readonly RegExp[] = [
  /\b(?:later|eventually|subsequently|afterwards|still|ever since|to this day|would (?:go on|become|be)|never (?:again|since))\b/i,
  /のちに|その後|以来|今も|今なお|結局/,
  /훗날|나중에|그 뒤|그 후|이래|지금도|아직도|결국/,
];

export function laterThanTheEvent(events: readonly PackEvent[]): string[] {
  return events.flatMap(({ id, date, planned, title, summary }) => {
    const known = Math.max(lastYear(date) ?? 0, lastYear(planned) ?? 0);
    return [title, summary].flatMap((texts) =>
      LANGUAGES.flatMap((lang) => {
        const text = wordingOf(texts, lang);
        return [
          ...years(text)
            .filter((year) => year > known)
            .map((year) => `${id} ${lang}: ${year}`),
          ...HINDSIGHT.filter((words) => words.test(text)).map((words) => `${id} ${lang}: ${words.exec(text)?.[0]}`),
        ];
      }),
    );
  });
}

/** Each name of a disputed place calls for the other one; a party's own account says how that party calls it. */
const DISPUTED: readonly (readonly [RegExp, RegExp])[] = [
  [/Dokdo|独島|독도/, /Takeshima|竹島|다케시마/],
  [/East Sea|東海|동해(?!안)/, /Sea of Japan|日本海|일본해/],
];

export function loneDisputedNames(texts: Iterable<NamedText>): string[] {
  return [...texts]
    .filter(([where]) => !where.includes(' account of '))
    .flatMap(([where, text]) =>
      LANGUAGES.flatMap((lang) =>
        DISPUTED.filter(([a, b]) => a.test(wordingOf(text, lang)) !== b.test(wordingOf(text, lang))).map(
          () => `${where} ${lang}`,
        ),
      ),
    );
}

/** American spelling, and the countries in the order that each language uses. */
const HOUSE_STYLE: Readonly<Record<(typeof LANGUAGES)[number], RegExp>> = {
  en: /\b(?:defence|labour|programme|travelled|cancelled|organis\w+|normalis\w+|centre|honour)\b|South Korea-Japan|Korea-Japan|ROK-Japan|South Korea and Japan/i,
  ja: /(?<!駐)韓日|米日韓|韓米日|\([^)]*[ぁ-ん一-龯]/,
  ko: /일한|미일한|일미한/,
};

export function offHouseStyle(texts: Iterable<NamedText>): string[] {
  return [...texts].flatMap(([where, text]) =>
    LANGUAGES.filter((lang) => HOUSE_STYLE[lang].test(wordingOf(text, lang))).map((lang) => `${where} ${lang}`),
  );
}

/** Card rows are 200 px wide and a card has 70 words. */
const LONGEST_TITLE = 72;
const MOST_WORDS = 25;

export function tooLong(records: Records): string[] {
  return [
    ...ofKind(records, 'event')
      .filter(({ title }) => wordingOf(title, 'en').length > LONGEST_TITLE)
      .map(({ id }) => `${id} title`),
    ...ofKind(records, 'entity')
      .filter(({ description }) => wordingOf(description, 'en').split(/\s+/).length > MOST_WORDS)
      .map(({ id }) => `${id} description`),
  ];
}

/** Accounts: at least two, none with much more room than another, each on a source that the others do not rest on. */
export function unequalAccounts(events: readonly PackEvent[]): string[] {
  return events.flatMap(({ id, accounts }) => {
    if (!accounts) return [];
    if (accounts.length < 2) return [`${id}: one account`];
    const shared = accounts.filter(({ sources }, i) =>
      sources.every((source) => accounts.some((other, j) => i !== j && other.sources.includes(source))),
    );
    const uneven = LANGUAGES.flatMap((lang) => {
      const lengths = accounts.map(({ text }) => wordingOf(text, lang).length);
      return Math.max(...lengths) > 1.6 * Math.min(...lengths) ? [`${id} ${lang}: ${lengths.join(' to ')}`] : [];
    });
    return [...shared.map(({ by }) => `${id}: ${by} has no source of its own`), ...uneven];
  });
}

/** Forms that many texts hold with another meaning: short abbreviations, two-character names, common titles. */
export function riskyNames(entities: readonly Entity[]): string[] {
  return entities.flatMap(({ id, type, names }) =>
    names
      .filter(({ text, lang, kind, needs, caseSensitive }) => {
        if (kind === 'abbreviation' && /^[A-Z]{2,3}$/.test(text)) return needs === undefined || !caseSensitive;
        if (kind === 'title') return needs === undefined;
        return type === 'person' && kind === 'full' && lang !== 'en' && [...text].length <= 2 && needs === undefined;
      })
      .map(({ text }) => `${id}: ${text}`),
  );
}
