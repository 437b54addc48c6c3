/** The windows that pages are looked at through, in CSS pixels. */
export const sizes = {
  desk: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof sizes;

/** What the browser says it reads. */
export const languages = { zh: 'zh-CN', en: 'en-GB' } as const;
export type Language = keyof typeof languages;
