import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Seen } from './round.ts';

/** A page to look through the pictures: a line for each page, its windows and languages side by side. */
export function bind(seen: readonly Seen[], out: string): string {
  const file = path.join(out, 'index.html');
  const titles = [...new Set(seen.map(titleOf))];
  const sections = titles.map((title) => {
    const views = seen.filter((one) => titleOf(one) === title).map(view);
    return `<section><h2>${title}</h2>${views.join('')}</section>`;
  });
  writeFileSync(file, `${HEAD}${sections.join('\n')}\n`);
  return file;
}

const titleOf = ({ role, page }: Seen): string => `${role} · ${page}`;

const HEAD = `<!doctype html><meta charset="utf-8"><title>Minqing: every page</title>
<style>body{font:14px sans-serif;margin:16px;background:#f5f5f5}section{margin-bottom:24px}figure{display:inline-block;
vertical-align:top;margin:0 16px 0 0}img{height:320px;width:auto;max-width:560px;object-fit:cover;object-position:top;
border:1px solid #999}figcaption b{color:#a8071a}</style>
`;

function view({ file, size, language, faults }: Seen): string {
  const name = `${size} ${language}`;
  const wrong = faults.length === 0 ? '' : ` <b>${safe(faults.join('; '))}</b>`;
  if (file === undefined) return `<figure><figcaption>${name}: nothing to show${wrong}</figcaption></figure>`;
  const src = file.split(path.sep).join('/');
  return `<figure><a href="${src}"><img loading="lazy" src="${src}" alt="${name}"></a><figcaption>${name}${wrong}</figcaption></figure>`;
}

const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
