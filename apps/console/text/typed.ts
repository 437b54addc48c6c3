import type { history } from './zh/history.ts';
import type { matter } from './zh/matter.ts';
import type { process } from './zh/process.ts';
import type { site } from './zh/site.ts';
import type { staff } from './zh/staff.ts';
import type { term } from './zh/term.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: {
      site: typeof site;
      staff: typeof staff;
      term: typeof term;
      matter: typeof matter;
      process: typeof process;
      history: typeof history;
    };
  }
}

/** The same keys with other sentences: what makes an English catalogue complete. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
