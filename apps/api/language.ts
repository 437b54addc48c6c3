/** The two languages of the product; Chinese is the one of the people using it. */
export type Language = 'zh' | 'en';

/** The caller's language from Accept-Language (RFC 9110): the best of zh and en, Chinese when nothing fits. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map(parsed);
  const quality = (language: Language) =>
    Math.max(0, ...wanted.filter(({ tag }) => tag === language).map(({ q }) => q));
  return quality('en') > quality('zh') ? 'en' : 'zh';
}

function parsed(part: string): { tag: string; q: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const q = parameters
    .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return { tag: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) };
}
