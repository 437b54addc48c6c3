import { PASSWORD } from '../../prisma/small-town.ts';
import { Client } from '../blackbox/client.ts';
import type { TownHall } from './town-hall.ts';

const DAY = 86_400_000;

/** Follows what is offered under a name at an address of the API, as soon as it is; answers what came of it. */
export async function follows(who: Client, at: string, name: string, values: object = {}): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const action = (await who.actions(at)).find((one) => one.name === name);
    if (action !== undefined) return String((await who.follow(action, values))['href']);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nobody offers ${name} at ${at}`);
}

/** A town in which every page has something to show. Answers where some of it is, as addresses of the API. */
export async function livedIn({ url, town }: TownHall) {
  const anybody = new Client(url);
  const enter = (account: string) => anybody.signIn(account, PASSWORD);
  const [resident, community, supervisor, subdistrict] = await Promise.all([
    enter('resident'),
    enter('community'),
    enter('supervisor'),
    enter('subdistrict'),
  ]);
  const doors = '/api/v1/processes';
  const lift = { place: town.place('150602001001001'), kind: 'housing.lift' };
  const { id: handled } = await resident.post('/api/v1/matters', { ...lift, words: '电梯停了。<b>急</b>' });
  const { id: waiting } = await resident.post('/api/v1/matters', { ...lift, words: '三号楼电梯坏了。' });
  const matters = { handled: `/api/v1/matters/${handled}`, waiting: `/api/v1/matters/${waiting}` };
  for (const name of ['acceptMatter', 'registerMatter']) await follows(community, matters.handled, name);
  const visit = {
    startsAt: new Date(Date.now() + 2 * DAY).toISOString(),
    receiver: town.person('community'),
  };
  await follows(supervisor, doors, 'openSupervision', { words: '一周内<b>修好</b>电梯。' });
  const collated = await follows(community, doors, 'publishVisit', visit);
  await follows(anybody, collated, 'bookVisit', { words: '医保怎么报销？', contact: '13900000000' });
  await follows(community, collated, 'beginReception');
  for (const words of ['电梯又停了，老人下不了楼，物业说要等配件，已经等了两个星期。', '路灯不亮。'])
    await follows(community, collated, 'registerItem', { words, kind: 'housing.lift' });
  await follows(community, collated, 'concludeSession');
  await follows(community, collated, 'classifyItem', { grade: 'matter' });
  await follows(community, doors, 'publishVisit', visit);
  const whistled = await follows(community, doors, 'blowWhistle', { units: [town.unit('housing')] });
  await follows(subdistrict, whistled, 'approveWhistle');
  const quarter = await follows(subdistrict, `${doors}?process=quarterly-claim`, 'openQuarter');
  await follows(community, quarter, 'addNeed', { kind: 'housing.lift', words: '加装电梯' });
  return { ...matters, collated, quarter };
}
