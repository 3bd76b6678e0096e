/** International organisations with their acronyms and members; parties, forces, chambers and armed groups by country. */

import { countryByGec, htmlAt, textAt } from './countries';
import { readDate } from './dates';
import { addName, createDraft, type Draft, labelOf, tidy } from './draft';
import { add, type Country, type Gathering } from './gathering';
import { plainLines, plainText } from './html';
import type { FactbookNode, WorldInputs } from './inputs';
import { toSlug } from './slugs';
import { SOURCES } from './sources';

const IGO = 'igo-appendix-b';
const FACTBOOK = 'factbook';

/** Those that news name day by day: their acronym needs no other word. */
const HOUSEHOLD: ReadonlySet<string> = new Set(
  'NATO ASEAN UNESCO UNICEF OPEC OPEC+ OECD IAEA IMF WHO WTO APEC BRICS ECOWAS Interpol UNHCR OSCE EU UN ICC IOC FAO ILO UNHCR UNRWA G-7 G-20 WFP'.split(
    ' ',
  ),
);

export function readOrganisations(gathering: Gathering, inputs: WorldInputs): void {
  for (const [written, acronym, founded] of inputs.organisations)
    readOrganisation(gathering, tidy(written), acronym, founded);
  for (const border of inputs.borders) {
    // Two of the border list's groups are organisations that the appendix has too.
    if (border.iso1A2 !== 'EU' && border.iso1A2 !== 'UN') continue;
    const known = gathering.organisations.get(toSlug(border.nameEn));
    if (known && border.wikidata) known.qid = border.wikidata;
  }
  addForeignNames(gathering, inputs);
  for (const [gec, node] of Object.entries(inputs.factbook)) {
    const country = countryByGec(gathering, gec);
    if (!country) continue;
    addMemberships(gathering, country, textAt(node, 'Government', 'International organization participation'));
    addParties(gathering, country, htmlAt(node, 'Government', 'Political parties'));
    addForces(gathering, country, htmlAt(node, 'Military and Security', 'Military and security forces'));
    addChambers(gathering, country, node);
    addArmedGroups(gathering, htmlAt(node, 'Terrorism', 'Terrorist group(s)'));
  }
}

function readOrganisation(gathering: Gathering, written: string, acronym: string | null, founded: string | null): void {
  const name = written.replace(/\s*\([^)]*\)\s*$/, '');
  if (!/^\p{Lu}/u.test(name) || /^(?:Group of|[A-Z]-\d)/.test(name) ? !/^Group of \d+/.test(name) : false) {
    gathering.tally.left(IGO, 'kinds of country and terms that are no organisation', name);
    return;
  }
  const draft = createDraft({
    type: 'organisation',
    slug: toSlug(name),
    tag: 'international',
    label: { en: name },
    source: IGO,
    prominence: 0.4,
  });
  addName(draft, name, 'en', 'full', name.includes(' ') || name.length > 6 ? {} : { needs: 'context' });
  for (const short of (acronym ?? '').split(' or ')) addAcronym(draft, short.trim());
  const date = readDate((founded ?? '').replace(/^in /, ''));
  if (date) draft.founded = date;
  gathering.organisations.set(toSlug(name), draft);
  for (const short of (acronym ?? '').split(' or ')) gathering.organisations.set(`:${short.trim()}`, draft);
  add(gathering, draft);
  gathering.tally.took(IGO, 'international organisations');
}

/** An acronym of two letters or of a word that others use counts only beside its country or companions. */
function addAcronym(draft: Draft, acronym: string): void {
  if (acronym.length < 2 || !/^\p{Lu}[\p{L}\d+-]*$/u.test(acronym)) return;
  const isKnown = HOUSEHOLD.has(acronym);
  addName(draft, acronym, 'en', 'abbreviation', {
    caseSensitive: true,
    ...(isKnown ? {} : { needs: 'context' as const }),
  });
  if (isKnown) draft.prominence = 0.65;
  // "G-7" is mostly written "G7".
  if (/^G-\d+$/.test(acronym)) addName(draft, acronym.replace('-', ''), 'en', 'abbreviation', { caseSensitive: true });
}

/** CLDR names the Union and the United Nations in every language. */
function addForeignNames({ organisations }: Gathering, { territories }: WorldInputs): void {
  for (const [slug, code] of [
    ['european-union', 'EU'],
    ['united-nations', 'UN'],
  ] as const) {
    const draft = organisations.get(slug);
    if (!draft) continue;
    draft.prominence = 0.8;
    draft.sources.add('cldr');
    for (const [lang, names] of Object.entries(territories)) {
      const text = names[code];
      if (!text) continue;
      addName(draft, text, lang, 'full');
      if (['ja', 'ko', 'zh-Hans', 'zh-Hant'].includes(lang)) draft.label[lang] = text;
    }
  }
}

function addMemberships({ organisations, tally }: Gathering, { place }: Country, text: string): void {
  for (const part of text.split(/,(?![^(]*\))/)) {
    const acronym = part.trim();
    const organisation = organisations.get(`:${acronym}`);
    if (!organisation || place.placeKind !== 'country') continue;
    place.relations.push({ kind: 'member', to: organisation, source: FACTBOOK, asOf: SOURCES[FACTBOOK].published });
    tally.took(FACTBOOK, 'memberships of organisations');
  }
}

/** "Rassemblement National or RN (formerly National Front or FN)". */
function addParties(gathering: Gathering, country: Country, html: string): void {
  const ours = new Map<string, Draft>();
  for (const draft of gathering.entities) {
    if (draft.type !== 'organisation' || draft.tag !== country.code) continue;
    for (const { text } of draft.names) ours.set(toSlug(text), draft);
  }
  for (const line of plainLines(html)) {
    if (/^(?:none|major parties|minor parties|note)/i.test(line) || line.length > 160 || line.endsWith(':')) continue;
    const formerly = /\(formerly (?:the )?([^)]+)\)/.exec(line)?.[1];
    const [name = '', ...shorts] = line
      .replace(/\([^)]*\)/g, '')
      .split(/ or /)
      .map((text) => tidy(text.replace(/[;,.:]+$/, '')));
    if (!/^[\p{Lu}\d]/u.test(name) || name.length < 4 || /;/.test(name)) {
      gathering.tally.left(FACTBOOK, 'party lines that are no name', line.slice(0, 50));
      continue;
    }
    const known = ours.get(toSlug(name));
    const party =
      known ??
      add(
        gathering,
        createDraft({
          type: 'organisation',
          slug: toSlug(name),
          tag: country.code,
          label: { en: name },
          source: FACTBOOK,
        }),
      );
    party.sources.add(FACTBOOK);
    party.prominence = Math.max(party.prominence, 0.45 * country.place.prominence);
    addName(party, name, 'en', 'full');
    for (const short of shorts) {
      if (/^[\p{L}\d.-]{3,12}$/u.test(short) && /\p{Lu}.*\p{Lu}/u.test(short))
        addName(party, short, 'en', 'abbreviation', { caseSensitive: true, needs: 'context' });
      else if (/^\p{Lu}[\p{L} '’-]{6,60}$/u.test(short)) addName(party, short, 'en', 'full');
    }
    for (const former of formerly?.split(/ or /) ?? []) {
      if (/^\p{Lu}[\p{L}' ’-]{8,60}$/u.test(former) && former.includes(' ')) addName(party, former, 'en', 'former');
    }
    if (!known) party.relations.push({ kind: 'part-of', to: country.place, source: FACTBOOK });
    gathering.tally.took(FACTBOOK, known ? 'parties joined with ParlGov' : 'parties');
  }
}

/** "Japan Self-Defense Force (JSDF)", "Royal Navy": what says whose it is, or has an acronym. "Army" is any. */
function addForces(gathering: Gathering, country: Country, html: string): void {
  const { adjective, place } = country;
  const seen = new Set<string>();
  for (const line of plainLines(html)) {
    for (const part of line.replace(/\(\d{4}\)/g, '').split(/[:;,](?![^(]*\))|\((?=includes)/)) {
      const match = /^\s*(?:the )?(\p{Lu}[\p{L}’' -]+?)\s*(?:\((?:aka )?([^)]*)\)?)?\s*$/u.exec(part);
      const name = tidy(match?.[1] ?? '');
      const short = /(?:^|[ ,;])(\p{Lu}{3,6})(?:[,;]|$)/u.exec(match?.[2] ?? '')?.[1];
      const isOwn =
        mentionsCountry(name, labelOf(place), adjective) ||
        /^(?:Royal|Imperial|Republic of|Polisario)/.test(name) ||
        short !== undefined;
      if (
        !name.includes(' ') ||
        !isOwn ||
        /^(?:Ministry|Ministries|Office|Department|Directorate) of/.test(name) ||
        seen.has(name)
      )
        continue;
      seen.add(name);
      const isGeneric = !mentionsCountry(name, labelOf(place), adjective);
      const force = add(
        gathering,
        createDraft({
          type: 'organisation',
          slug: toSlug(name),
          tag: country.code,
          label: { en: name },
          source: FACTBOOK,
          prominence: 0.3 * place.prominence,
        }),
      );
      addName(force, name, 'en', 'full', isGeneric ? { needs: 'context' } : {});
      if (short) addName(force, short, 'en', 'abbreviation', { caseSensitive: true, needs: 'context' });
      force.relations.push({ kind: 'part-of', to: place, source: FACTBOOK });
      gathering.tally.took(FACTBOOK, 'forces and services');
    }
  }
}

const mentionsCountry = (name: string, label: string, adjective: string): boolean =>
  name.includes(label) || (adjective !== '' && name.includes(adjective)) || /^(?:US|UK) /.test(name);

function addChambers(gathering: Gathering, country: Country, node: FactbookNode): void {
  const seen = new Set<string>();
  for (const branch of [
    'Legislative branch',
    'Legislative branch - lower chamber',
    'Legislative branch - upper chamber',
  ]) {
    for (const key of ['legislature name', 'chamber name']) {
      const written = textAt(node, 'Government', branch, key);
      const match = /^([^(]+?)\s*(?:\(([^)]+)\))?$/.exec(written);
      const name = tidy(match?.[1] ?? '').split(' - ')[0] ?? '';
      if (!name || seen.has(name)) continue;
      seen.add(name);
      const own = tidy(match?.[2] ?? '').split(' - ')[0] ?? '';
      const label = mentionsCountry(name, labelOf(country.place), country.adjective)
        ? name
        : `${name} of ${country.inSentence}`;
      const chamber = add(
        gathering,
        createDraft({
          type: 'organisation',
          slug: toSlug(label),
          tag: country.code,
          label: { en: label },
          source: FACTBOOK,
          prominence: 0.5 * country.place.prominence,
        }),
      );
      addName(chamber, label, 'en', 'full');
      addName(chamber, name, 'en', 'short', { needs: 'context' });
      if (country.adjective && !name.includes(country.adjective))
        addName(chamber, `${country.adjective} ${name}`, 'en', 'full');
      if (own && own !== name && own.length > 4)
        addName(
          chamber,
          own,
          'en',
          'short',
          own.includes(' ') || /^(?:Knesset|Bundestag|Bundesrat|Duma|Sejm|Riksdag|Storting)$/.test(own)
            ? {}
            : { needs: 'context' },
        );
      chamber.relations.push({ kind: 'part-of', to: country.place, source: FACTBOOK });
      gathering.tally.took(FACTBOOK, 'parliaments and chambers');
    }
  }
}

/** The groups that the Factbook lists country by country, each once. */
function addArmedGroups(gathering: Gathering, html: string): void {
  for (const part of plainText(html).split(';')) {
    const match = /^([^(]+?)\s*(?:\(([^)]+)\))?$/.exec(part.trim());
    const name = tidy((match?.[1] ?? '').replace(/’|‘/g, "'"));
    if (!/^[\p{L}'’]/u.test(name) || name.length < 4 || /^note|see /i.test(name) || name.split(' ').length > 9)
      continue;
    const key = `group:${toSlug(name.split('/')[0] ?? name)}`;
    if (gathering.organisations.has(key)) continue;
    const group = add(
      gathering,
      createDraft({
        type: 'organisation',
        slug: toSlug(name),
        tag: 'group',
        label: { en: name },
        source: FACTBOOK,
        prominence: 0.4,
      }),
    );
    const isWord = !/[ '-]/.test(name);
    addName(group, name, 'en', 'full', isWord && name !== name.toUpperCase() ? {} : {});
    const short = match?.[2] ?? '';
    if (/^[A-Z][A-Za-z-]{2,8}$/.test(short))
      addName(group, short, 'en', 'abbreviation', {
        caseSensitive: true,
        ...(short === 'ISIS' ? {} : { needs: 'context' as const }),
      });
    gathering.organisations.set(key, group);
    gathering.tally.took(FACTBOOK, 'armed groups');
  }
}
