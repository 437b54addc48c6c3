import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { site as siteEn } from '../../../apps/console/text/en/site.ts';
import { work as workEn } from '../../../apps/console/text/en/work.ts';
import { site as siteZh } from '../../../apps/console/text/zh/site.ts';
import { work as workZh } from '../../../apps/console/text/zh/work.ts';

type Texts = { readonly [key: string]: string | Texts };

const english: Readonly<Record<string, Texts>> = { site: siteEn, ...workEn };

const catalogues = Object.entries<Texts>({ site: siteZh, ...workZh }).map(
  ([name, zh]): [name: string, zh: Texts, en: Texts] => [name, zh, english[name] ?? {}],
);

/** Every sentence under its whole key. */
function sentences(texts: Texts, above = ''): [key: string, sentence: string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[above + key, text]] : sentences(text, `${above}${key}.`),
  );
}

const gaps = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** All source of the console that is not a catalogue. */
function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return name === 'text' ? [] : sources(file);
    return /\.tsx?$/.test(name) ? [readFileSync(file, 'utf8')] : [];
  });
}

const code = sources(path.resolve('apps/console')).join('\n');

/** A key is used when it stands in the code, or when the list above it is read by a key made at run time. */
function isUsed(catalogue: string, key: string): boolean {
  const plain = key.replace(/_(one|other)$/, '');
  const above = plain.slice(0, plain.lastIndexOf('.'));
  const uses = [
    `'${plain}'`,
    `'${catalogue}:${plain}'`,
    `\`${above}.$`,
    `:${above}.$`,
    `'${catalogue}', '${above}'`,
    `listed('${above}'`,
    `ended('${above}'`,
    `named('${above}'`,
  ];
  return uses.some((used) => code.includes(used));
}

describe.each(catalogues)('the catalogue %s', (name, zh, en) => {
  it('has the same keys in Chinese and in English', () => {
    expect(sentences(en).map(([key]) => key)).toEqual(sentences(zh).map(([key]) => key));
  });

  it('says something under every key', () => {
    expect([...sentences(zh), ...sentences(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('leaves the same gaps to be filled in both languages', () => {
    const english = new Map(sentences(en));
    const different = sentences(zh).filter(
      ([key, text]) => gaps(text).join() !== gaps(english.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('writes Chinese in the Chinese one and none in the English one', () => {
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
    expect(sentences(en).filter(([key, text]) => isChinese(text) && !key.startsWith('language.'))).toEqual(
      [],
    );
    const latinOnly = /^(language\.|help\.key\.|event\.(taskCompleted|itemChanged))/;
    expect(sentences(zh).filter(([key, text]) => !isChinese(text) && !latinOnly.test(key))).toEqual([]);
  });

  it('holds no key that nothing uses', () => {
    expect(
      sentences(zh)
        .map(([key]) => key)
        .filter((key) => !isUsed(name, key)),
    ).toEqual([]);
  });
});
