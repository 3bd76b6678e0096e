/** Every string is in `_locales`, in three languages, with the same placeholders, and none is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../lib/model/localized';

const ROOT = join(import.meta.dirname, '../../..');

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
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
    const named = [...everything.matchAll(/\bt\(\s*'([\w]+)'/g)].map(([, key]) => key as string);
    const manifest = [...everything.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key as string);
    expect(
      [...new Set([...named, ...manifest])].filter((key) => !(key in english) && !(`${key}_other` in english)).sort(),
    ).toEqual([]);
  });

  it('are all used: by name, or by a prefix that the code completes', () => {
    const prefixes = [...everything.matchAll(/`([A-Za-z]+_?)\$\{/g)]
      .map(([, prefix]) => prefix as string)
      .filter((prefix) => prefix.length > 2);
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

describe('the views', () => {
  it('hold no text of their own', () => {
    const literal = views.flatMap((source) =>
      [...source.matchAll(/>\s*([A-Za-z][A-Za-z ,.'’-]{2,})\s*<\//g)]
        .map(([, text]) => text)
        .filter((text) => text !== undefined && /\s|[a-z]{3,}/.test(text)),
    );
    expect(literal).toEqual([]);
  });
});
