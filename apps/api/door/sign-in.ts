import type { Database } from '../../../prisma/client.ts';
import { hashPassword, isPassword } from '../../../prisma/password.ts';
import type { Environment } from '../environment.ts';
import { NotSignedIn, TooOften } from '../refusal.ts';
import { Allowance } from './limits.ts';

type Lock = Environment['lock'];

/** Opens the door for an account and its password; locks the account for a while after too many wrong ones. */
export class SignIn {
  /** Locks accounts that do not exist just like those that do, so that nobody learns which do. */
  readonly #strangers = new Allowance();
  /** Something to compare with when there is no account: the answer takes as long either way. */
  readonly #nobody = hashPassword('nobody has this password');

  constructor(
    private readonly db: Database,
    private readonly lock: Lock,
  ) {}

  /** The person's id. Throws NotSignedIn (wrong), TooOften (locked). */
  async open(account: string, password: string, now = new Date()): Promise<string> {
    const person = await this.db.prisma.person.findUnique({ where: { account } });
    if (person === null || person.disabledAt !== null) return this.#refuseStranger(account, password, now);
    await this.#countTry(person.id, now);
    if (!(await isPassword(password, person.passwordHash))) throw new NotSignedIn('sign-in-failed');
    if (person.passwordUntil !== null && person.passwordUntil <= now)
      throw new NotSignedIn('password-expired');
    return this.#welcome(person.id);
  }

  async #refuseStranger(account: string, password: string, now: Date): Promise<never> {
    try {
      this.#strangers.take(
        account,
        { times: this.lock.after, seconds: this.lock.minutes * 60 },
        now.getTime(),
      );
    } catch (error) {
      throw error instanceof TooOften ? new TooOften('account-locked', error.seconds) : error;
    }
    await isPassword(password, await this.#nobody);
    throw new NotSignedIn('sign-in-failed');
  }

  /**
   * Counts a try before it is looked at, in one statement, and with the last one locks the account: tries sent at the
   * same moment are all counted, and none of them is looked at once it is locked.
   */
  async #countTry(id: string, now: Date): Promise<void> {
    const until = new Date(now.getTime() + this.lock.minutes * 60_000);
    const { rowCount } = await this.db.pool.query(
      `update person set failures = case when failures + 1 >= $2 then 0 else failures + 1 end,
              locked_until = case when failures + 1 >= $2 then $3 else locked_until end
       where id = $1 and (locked_until is null or locked_until <= $4)`,
      [id, this.lock.after, until, now],
    );
    if (rowCount === 0) throw new TooOften('account-locked', this.lock.minutes * 60);
  }

  async #welcome(id: string): Promise<string> {
    await this.db.prisma.person.update({ where: { id }, data: { failures: 0, lockedUntil: null } });
    return id;
  }
}
