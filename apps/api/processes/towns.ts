import type { Database } from '../../../prisma/client.ts';
import { policyInForce } from '../../../prisma/policies.ts';
import type { InForce } from '../../../prisma/policies.ts';

/** What runs where: the pack in force at a place; for whoever is at no place, that of any town. Asked once per place. */
export class Towns {
  readonly #known = new Map<string, Promise<readonly InForce[]>>();

  constructor(
    private readonly db: Pick<Database, 'pool'>,
    private readonly now = new Date(),
  ) {}

  async at(place: string): Promise<readonly InForce[]> {
    const found = this.#known.get(place) ?? this.#look(place);
    this.#known.set(place, found);
    return found;
  }

  /** Whether the town lists the process among those that it runs. */
  async runs(process: string, place: string): Promise<boolean> {
    return (await this.at(place)).some(({ policy }) => Object.hasOwn(policy.processes, process));
  }

  async #look(place: string): Promise<readonly InForce[]> {
    const places = place === '' ? await this.#towns() : [place];
    const found = await Promise.all(places.map((path) => policyInForce(this.db.pool, path, this.now)));
    return found.flatMap((one) => one ?? []);
  }

  async #towns(): Promise<string[]> {
    const { rows } = await this.db.pool.query<{ path: string }>(
      'select path from place where policy is not null order by path',
    );
    return rows.map(({ path }) => path);
  }
}
