import { admin } from './admin.ts';
import { audit } from './audit.ts';
import { charts } from './charts.ts';
import { desk } from './desk.ts';
import { history } from './history.ts';
import { matter } from './matter.ts';
import { patrol } from './patrol.ts';
import { process } from './process.ts';
import { rules } from './rules.ts';
import { staff } from './staff.ts';
import { term } from './term.ts';
import { town } from './town.ts';
import { watch } from './watch.ts';

/** What only people at work read, a part for each kind of page. */
export const work = {
  staff,
  term,
  matter,
  process,
  history,
  desk,
  watch,
  charts,
  audit,
  rules,
  admin,
  patrol,
  town,
};
