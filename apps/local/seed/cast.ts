import type { TownIds } from '../../../prisma/catalogue.ts';
import type { Demo } from '../../../prisma/demo/check.ts';
import type { DemoPerson, DemoPost } from '../../../prisma/demo/records.ts';
import { covers } from '../../../workflows/process/actor.ts';
import { NotSeeded, showReceipt, signIn } from './client.ts';
import type { Visitor } from './client.ts';
import type { TakenMatter } from './intakes.ts';
import type { Task } from './matter.ts';

type Playbill = { demo: Demo; ids: TownIds; accounts: readonly { account: string; password: string }[] };

/** Sees every matter of the district, and touches none. */
const WATCHER = 'supervisor.qin';

/** The demo people, each signed in when first needed. */
export class Cast {
  readonly #present = new Map<string, Promise<Visitor>>();

  constructor(
    private readonly url: string,
    private readonly bill: Playbill,
  ) {}

  /** Reads where things stand. */
  watcher(): Promise<Visitor> {
    return this.as(WATCHER);
  }

  as(account: string): Promise<Visitor> {
    const present = this.#present.get(account) ?? this.#enter(account);
    this.#present.set(account, present);
    return present;
  }

  /** Whoever reported it: by account, else by receipt and code. */
  reporterOf({ matter: { reporter, way }, receipt }: TakenMatter): Promise<Visitor> {
    if ('account' in reporter && way === 'resident') return this.as(reporter.account);
    return showReceipt(this.url, receipt.receipt, receipt.code);
  }

  /** The accounts to try for a task, likeliest first: those whom it asks for, then whoever may have to stand in. */
  accountsFor(task: Task): string[] {
    const { demo, ids } = this.bill;
    const fits = ({ posts }: DemoPerson) => posts.some((post) => isAskedFor(post, task, ids));
    const asked = demo.people.filter(fits).sort((a, b) => reluctance(a, demo) - reluctance(b, demo));
    const others = demo.people.filter((person) => !fits(person) && person.posts.some(({ head }) => head));
    return [...asked, ...others].map(({ account }) => account);
  }

  async #enter(account: string): Promise<Visitor> {
    const { password = '' } = this.bill.accounts.find((one) => one.account === account) ?? {};
    try {
      return await signIn(this.url, account, password);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new NotSeeded(`${account} of the demo district cannot sign in. ${why}`);
    }
  }
}

function isAskedFor(post: DemoPost, { asks }: Task, { units }: TownIds): boolean {
  const { role, unit, place } = asks;
  if (post.callBack || post.role === 'resident') return false;
  if (role !== null && post.role !== role) return false;
  if (unit !== null && (post.unit === null || units.get(post.unit) !== unit.value)) return false;
  return place === null || covers(pathOf(post.place), place);
}

/** Clerks before heads, who are there before who is away, A before B. */
function reluctance({ account, posts }: DemoPerson, { absences }: Demo): number {
  const isAway = absences.some((absence) => absence.account === account);
  const isHead = posts.some(({ head }) => head);
  const isSecond = posts.some(({ post }) => post === 'B');
  return (isAway ? 4 : 0) + (isHead ? 2 : 0) + (isSecond ? 1 : 0);
}

/** `150602/150602001/150602001001`: a place is written with all those above it. */
export const pathOf = (code: string): string =>
  [6, 9, 12, 15, 18]
    .filter((length) => length <= code.length)
    .map((length) => code.slice(0, length))
    .join('/');
