/** Every string is in `_locales`, in three languages, with the same placeholders, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../lib/model/localized';

const ROOT = join(import.meta.dirname, '../../..');

interface Entry {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
}

const catalogue = (language: string): Record<string, Entry> =>
  JSON.parse(readFileSync(join(ROOT, `public/_locales/${language}/messages.json`), 'utf8'));
const english = catalogue('en');
const others = INTERFACE_LANGUAGES.filter((language) => language !== 'en');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/examples/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
}
const views = [...sources('components'), ...sources('entrypoints')];
const everything = [...views, ...sources('lib'), readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')].join('\n');

const placeholdersOf = ({ message }: Entry): string[] =>
  [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => (name ?? '').toLowerCase()))].sort();

const entryOf = (key: string): Entry => (english[key] ?? english[`${key}_other`]) as Entry;

/** The names of an object literal's fields, from just inside its brace; `null` where it is not written out. */
function fieldsOf(source: string): string[] | null {
  const fields: string[] = [];
  let depth = 0;
  let isName = true;
  for (let i = 0; i < source.length; i++) {
    const rest = source.slice(i);
    const character = source[i] as string;
    if (depth === 0 && character === '}') return fields.sort();
    if (depth === 0 && isName && rest.startsWith('...')) return null;
    const name = depth === 0 && isName ? /^\w+(?=\s*[:,}])/.exec(rest)?.[0] : undefined;
    if (name) {
      fields.push(name);
      isName = false;
      i += name.length - 1;
    } else if ('({[<'.includes(character)) depth += 1;
    else if (')}]>'.includes(character)) depth -= 1;
    else if (depth === 0 && character === ',') isName = true;
  }
  return null;
}

/** Every message that the code names outright, with the placeholders it fills; `null` where they cannot be read. */
const usesOfMessages = [
  ...everything.matchAll(/\bt\(\s*'(\w+)'\s*(,\s*\{)?([,)])?/g),
  ...everything.matchAll(/<Phrase\s[^>]*?name="(\w+)"\s*(parts=\{\{)()/g),
].map((match) => {
  const [whole, key, opening, closing] = match;
  const after = everything.slice((match.index ?? 0) + whole.length);
  return { key: key as string, given: opening ? fieldsOf(after) : closing === ')' ? [] : null };
});

describe.each(others)('the catalogue in %s', (language) => {
  const translated = catalogue(language);

  it('has the keys of the English one, no more and no fewer', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  });

  it('uses the same placeholders in every message', () => {
    const differing = Object.keys(english).filter(
      (key) => placeholdersOf(english[key] as Entry).join() !== placeholdersOf(translated[key] as Entry).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has no empty message', () => {
    expect(Object.keys(translated).filter((key) => translated[key]?.message.trim() === '')).toEqual([]);
  });
});

describe('the messages', () => {
  it('declare every placeholder they use', () => {
    for (const language of INTERFACE_LANGUAGES) {
      for (const [key, entry] of Object.entries(catalogue(language))) {
        expect({
          key,
          declared: Object.keys(entry.placeholders ?? {})
            .map((name) => name.toLowerCase())
            .sort(),
        }).toEqual({ key, declared: placeholdersOf(entry) });
      }
    }
  });

  it('exist for every key that the code names', () => {
    const named = usesOfMessages.map(({ key }) => key);
    const manifest = [...everything.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key as string);
    expect(
      [...new Set([...named, ...manifest])].filter((key) => !(key in english) && !(`${key}_other` in english)).sort(),
    ).toEqual([]);
  });

  it('are all used: by name, or by a prefix that the code completes', () => {
    const prefixes = [...everything.matchAll(/`([A-Za-z]\w*_)\$\{/g)].map(([, prefix]) => prefix as string);
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/_(?:one|other)$/, '');
      return (
        !new RegExp(`['"\`]${stem}['"\`]|__MSG_${key}__`).test(everything) &&
        !prefixes.some((prefix) => key.startsWith(prefix))
      );
    });
    expect(unused).toEqual([]);
  });
});

describe('the code', () => {
  it('fills every placeholder of a message that it names, and no other', () => {
    const wrong = usesOfMessages
      .filter(({ key }) => key in english || `${key}_other` in english)
      .map(({ key, given }) => ({ key, given, wanted: placeholdersOf(entryOf(key)) }))
      .filter(({ given, wanted }) => given !== null && given.join() !== wanted.join());
    expect(wrong).toEqual([]);
  });
});

describe('the plural forms', () => {
  const stems = [...new Set(Object.keys(english).map((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1]))].filter(
    (stem) => stem !== undefined,
  );

  it.each(INTERFACE_LANGUAGES)('are complete in %s, and each names the count', (language) => {
    const messages = catalogue(language);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const stem of stems) {
      for (const form of forms) expect(messages, stem).toHaveProperty(`${stem}_${form}`);
      for (const form of ['one', 'other']) expect(placeholdersOf(messages[`${stem}_${form}`] as Entry)).toContain('n');
      expect(messages).not.toHaveProperty(stem);
    }
  });
});

describe('the English messages', () => {
  it('are spelled as the flagship pack is: American', () => {
    const british = Object.entries(english).filter(([, { message }]) =>
      /defence|organis|recognis|programme|colour|favour|centre/i.test(message),
    );
    expect(british).toEqual([]);
  });

  it('tell translators what they are and what stands in them', () => {
    const bare = Object.entries(english).filter(
      ([, { description, placeholders = {} }]) =>
        !description || Object.values(placeholders).some(({ example }) => !example),
    );
    expect(bare.map(([key]) => key)).toEqual([]);
  });
});

describe('the views', () => {
  it('hold no text of their own', () => {
    const literal = views.flatMap((source) =>
      [...source.matchAll(/>\s*([A-Za-z][A-Za-z ,.'’-]{2,})\s*<\//g)]
        .map(([, text]) => text)
        .filter((text) => text !== undefined && /\s|[a-z]{3,}/.test(text)),
    );
    expect(literal).toEqual([]);
  });

  it('say nothing in an attribute, an expression or another script that is not in a catalogue', () => {
    // The beginning of an address is no word.
    const bare = views.map((source) =>
      source.replaceAll('"https://"', '""').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
    );
    const spoken =
      /(?:aria-[a-z]*label|aria-valuetext|aria-description|title|placeholder|alt)=(?:"([^"]*[A-Za-z]{2}[^"]*)"|\{['"`]([^'"`$]*[A-Za-z]{2}[^'"`$]*)['"`]\})/g;
    const inBraces = />\s*\{\s*['"`]([^'"`$]*[A-Za-z]{3}[^'"`$]*)['"`]\s*\}\s*</g;
    const foreign = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+/g;
    expect(
      bare.flatMap((source) =>
        [spoken, inBraces, foreign].flatMap((kind) => [...source.matchAll(kind)].map(([found]) => found)),
      ),
    ).toEqual([]);
  });
});
