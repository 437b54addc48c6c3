import { openSession } from '../../../../apps/api/door/session.ts';
import { Client } from '../../blackbox/client.ts';
import type { TownHall } from '../town-hall.ts';
import { hostilePen } from './words.ts';

/** Somebody with a session, whose pen is hostile. Without a password: scrypt is slow by design, and tested elsewhere. */
export async function enter(
  { url, town }: TownHall,
  account: string,
  personId = town.person(account),
): Promise<Client> {
  const { token } = await openSession(town.db, { personId, hours: 1 });
  return new Client(url, token, account, hostilePen);
}
