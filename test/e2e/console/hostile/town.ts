import { tryPack } from '../../../../policies/load.ts';
import { loadTown } from '../../../../prisma/catalogue.ts';
import { loadPolicies } from '../../../../prisma/policies.ts';
import { ESTATE } from '../../../prisma/small-town.ts';
import { Client } from '../../blackbox/client.ts';
import { largerTown } from '../../blackbox/towns-people.ts';
import { until } from '../../blackbox/walk.ts';
import type { TownHall } from '../town-hall.ts';
import { Clerks } from './clerks.ts';
import type { Deed } from './clerks.ts';
import * as courses from './courses.ts';
import { hostilePack } from './pack.ts';
import { enter } from './enter.ts';
import { renames, writesElsewhere } from './register.ts';
import { hostile, hostilePen } from './words.ts';

const ACCOUNTS = [
  ...['community', 'community.head', 'subdistrict', 'subdistrict.head', 'housing', 'housing.head'],
  ...['transport', 'supervisor', 'supervisor.head', 'callback', 'gov.head', 'deputy.station', 'resident'],
];
const QUARTER = ['street', 'near', 'far', 'housing', 'transport', 'water'];
const doors = '/api/v1/processes';

/** Goes through all that people do, and writes nothing harmless anywhere. Answers what could not be done. */
export class HostileTown {
  readonly refused: string[] = [];
  /** One that can still be booked. */
  visit = '';
  readonly #clients = new Map<string, Client>();
  readonly #last = new Map<string, Client>();

  private constructor(
    private readonly hall: TownHall,
    private readonly anybody: Client,
    private readonly people: ReadonlyMap<string, string>,
    private readonly units: Readonly<Record<'housing' | 'transport' | 'water', string>>,
  ) {}

  static async opens(hall: TownHall): Promise<HostileTown> {
    const { town, url } = hall;
    const { passwordHash } = await town.db.prisma.person.findUniqueOrThrow({
      where: { account: 'resident' },
    });
    const { units, people } = await loadTown(town.db, largerTown(passwordHash));
    const anybody = new Client(url, undefined, 'anybody', hostilePen);
    await loadPolicies(town.db, [hostilePack(await tryPack('dongsheng'), 'hostile')], new Date('2019-01-01'));
    const named = {
      housing: town.unit('housing'),
      transport: town.unit('transport'),
      water: units.get('water') ?? '',
    };
    const opened = new HostileTown(hall, anybody, people, named);
    for (const account of new Set([...ACCOUNTS, ...QUARTER])) {
      opened.#clients.set(account, await enter(hall, account, people.get(account)));
    }
    await renames(hall);
    return opened;
  }

  /** The id of somebody who came with the larger town; those of the small one are known. */
  person(account: string): string | undefined {
    return this.people.get(account);
  }

  /** Everything at once; each course by itself, so that one that stops does not hold up the others. */
  async lives(): Promise<void> {
    const tell = (what: unknown) => (error: unknown) =>
      void this.refused.push(`${JSON.stringify(what)}: ${String(error)}`);
    await Promise.all([
      this.#reports().catch(tell('matters')),
      this.#others(tell),
      this.#quarter().catch(tell('quarter')),
      this.#visit().catch(tell('visit')),
      writesElsewhere(this.hall).catch(tell('elsewhere')),
    ]);
  }

  #clerks(accounts: readonly string[], ...more: Client[]): Clerks {
    return new Clerks([...accounts.flatMap((one) => this.#clients.get(one) ?? []), ...more], this.#last);
  }

  /** Begun one after the other, so that the first is there for the others to be merged into. */
  async #others(tell: (what: unknown) => (error: unknown) => void): Promise<void> {
    const clerks = this.#clerks(ACCOUNTS);
    const going: Promise<unknown>[] = [];
    for (const [first = '', ...deeds] of courses.others(this.units)) {
      const began = clerks.do(doors, [first]);
      await began.catch(tell(first));
      going.push(began.then((href) => clerks.do(href, deeds)).catch(tell([first, deeds[0]])));
    }
    await Promise.all(going);
  }

  /** The first is there before the others, so that they can be merged into it. */
  async #reports(): Promise<void> {
    const [first, ...rest] = courses.matters(this.units);
    const id = await this.#report(first ?? [], this.#clients.get('resident'));
    await Promise.all(rest.map((deeds) => this.#report(deeds)));
    await this.#hurries(id);
    await Promise.all(courses.late(this.units).map((deeds) => this.#report(deeds)));
  }

  /** From now on analysis and rating are over as soon as they begin. */
  async #hurries(id: string): Promise<void> {
    const pack = hostilePack(await tryPack('dongsheng'), 'hasty');
    const terms = { ...pack.policy.terms, analyse: '1s', rating: '1s' };
    await loadPolicies(this.hall.town.db, [{ ...pack, policy: { ...pack.policy, terms } }], new Date());
    const move = {
      what: 'policy',
      name: 'dongsheng',
      version: 'hasty',
      processes: [id],
      grounds: hostile(9_000),
    };
    await this.#clients.get('supervisor')?.post('/api/v1/policies/moves', move);
  }

  async #report(deeds: readonly Deed[], by = this.anybody): Promise<string> {
    const [create] = await by.actions('/api/v1/matters');
    if (create === undefined) throw new Error('nobody may report');
    const written = await this.anybody.fill(create.input['properties'].contact);
    const { id, receipt, code } = await by.follow(create, {
      ...{ kind: 'housing.lift', place: ESTATE.split('/').at(-1), answerBy: 'phone' },
      contact: { ...written, phone: '13900000001' },
    });
    const reporter = await this.anybody.showReceipt(receipt, code);
    await this.#clerks(ACCOUNTS, reporter).do(`/api/v1/matters/${id}`, deeds);
    return id;
  }

  async #quarter(): Promise<void> {
    const clerks = this.#clerks(QUARTER);
    const href = await clerks.do(`${doors}?process=quarterly-claim`, ['openQuarter']);
    await clerks.do(href, courses.quarter(this.units));
    const children = await this.#childrenOf('street', href, ['claim-task', 4]);
    for (const [n, child] of children.entries())
      await clerks.do(child, n === 0 ? courses.claimed : courses.alsoClaimed);
    await clerks.do(href, ['signReport']);
  }

  async #visit(): Promise<void> {
    const clerks = this.#clerks(ACCOUNTS, this.anybody);
    const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const receiver = this.hall.town.person('community.head');
    const href = await clerks.do(doors, [['publishVisit', { startsAt, receiver }, 'community']]);
    await clerks.do(href, courses.visit(this.hall.town.person('community')));
    for (const child of await this.#childrenOf('supervisor', href, ['common-problem', 1]))
      await clerks.do(child, ['refuseCommon']);
    await clerks.do(href, courses.regraded);
    await clerks.drain(href, courses.rest);
    await clerks.do(href, ['scoreSession']);
    const publish: Deed = ['publishVisit', { startsAt, receiver }, 'community'];
    await clerks.do(await clerks.do(doors, [publish]), ['cancelVisit']);
    this.visit = await clerks.do(doors, [publish]);
  }

  #childrenOf(account: string, href: string, [kind, n]: [string, number]): Promise<string[]> {
    return until(async () => {
      const { children } = (await this.#clients.get(account)?.get(href)) ?? {};
      const begun = children.filter((one: { process: { value: string } }) => one.process.value === kind);
      return begun.length >= n ? begun.map((one: { href: string }) => one.href) : undefined;
    });
  }
}
