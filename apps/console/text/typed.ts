import type { admin } from './zh/admin.ts';
import type { audit } from './zh/audit.ts';
import type { charts } from './zh/charts.ts';
import type { desk } from './zh/desk.ts';
import type { history } from './zh/history.ts';
import type { matter } from './zh/matter.ts';
import type { patrol } from './zh/patrol.ts';
import type { process } from './zh/process.ts';
import type { rules } from './zh/rules.ts';
import type { site } from './zh/site.ts';
import type { staff } from './zh/staff.ts';
import type { term } from './zh/term.ts';
import type { town } from './zh/town.ts';
import type { watch } from './zh/watch.ts';

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
      desk: typeof desk;
      watch: typeof watch;
      charts: typeof charts;
      audit: typeof audit;
      rules: typeof rules;
      admin: typeof admin;
      patrol: typeof patrol;
      town: typeof town;
    };
  }
}

/** The same keys with other sentences: what makes an English catalogue complete. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
