import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY, SUBDISTRICT } from '../prisma/small-town.ts';
import { linesOf, textOf } from './documents/pdf-pages.ts';
import { codeOf, openPapers, RESULT, WORDS } from './papers-town.ts';
import { visitor } from './visitor.ts';
import type { Visitor } from './visitor.ts';

let town: Awaited<ReturnType<typeof openPapers>>;
beforeAll(async () => {
  town = await openPapers();
});
afterAll(() => town.house.close());

const whole = ({ text }: { text: string }) => text;

describe('the papers of a matter', () => {
  it('are listed for whoever may print them', async () => {
    const listed = async (who: Visitor) =>
      (await who.get(`/api/v1/matters/${town.rated}`)).body.links.papers.map(
        ({ name }: { name: string }) => name,
      );
    expect(await listed(await town.house.as('community'))).toEqual([
      'record-card',
      'record-form',
      'rating-form',
    ]);
    expect(await listed(town.resident)).toEqual(['rating-form']);
    expect(await listed(await town.house.as('deputy'))).toEqual([]);
  });

  it('the record form says everything that is known, in order', async () => {
    const form = await town.prints(
      await town.house.as('community'),
      `matters/${town.rated}/papers/record-form.pdf`,
    );
    const text = whole(form);
    for (const part of [
      WORDS,
      RESULT,
      '张秀英',
      '13800001234',
      '电梯故障',
      '安达小区',
      '提交结果',
      '群众评议',
      '请妥善保管',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/打印：community，\d{4}-\d\d-\d\d \d\d:\d\d/);
    expect(linesOf(form.pages.at(-1)).at(-1)).toContain(
      `第 ${form.pages.length} 页 共 ${form.pages.length} 页`,
    );
    expect(
      form.pages.map((page) => linesOf(page).at(-2)).filter((line) => line === '黄牌、红牌和督办函'),
    ).toEqual([]);
    expect(form.name).toMatch(/^民情办理记录表 \d+-?2\d{3}-\d{6}\.pdf$/);
  });

  it('the record form keeps the reporter from whoever may not know him', async () => {
    const text = whole(
      await town.prints(await town.house.as('auditor'), `matters/${town.rated}/papers/record-form.pdf`),
    );
    expect(text).toContain('按规定不公开');
    expect(text).not.toMatch(/张秀英|13800001234/);
  });

  it('the record card names nobody who reported', async () => {
    const card = await town.prints(
      await town.house.as('community'),
      `matters/${town.rated}/papers/record-card.pdf`,
    );
    expect(whole(card)).toContain(RESULT);
    expect(whole(card)).not.toMatch(/张秀英|13800001234/);
    expect(Math.max(...card.pages.flat().map(({ x }) => x))).toBeLessThan(420);
  });

  it('the rating form shows what the resident has ticked', async () => {
    const text = whole(await town.prints(town.resident, `matters/${town.rated}/papers/rating-form.pdf`));
    expect(text).toContain('■ 是□ 否');
    expect(text).toContain('□ 满意■ 基本满意□ 不满意');
    expect(text).toContain('下次快一点');
    expect(text).toContain(RESULT);
  });

  it('the rating form is blank before, and speaks the reader’s language', async () => {
    const form = await town.prints(town.early, `matters/${town.fresh}/papers/rating-form.pdf`, 'en');
    expect(whole(form)).toContain('□ yes□ no');
    expect(whole(form)).not.toContain('■');
    expect(form.pages).toHaveLength(1);
  });

  it.each([
    ['resident', 'record-form', 404],
    ['stranger', 'rating-form', 401],
    ['another', 'rating-form', 403],
    ['community', 'no-such', 404],
  ])('%s printing the %s is answered %s', async (who, name, status) => {
    const known: Record<string, () => Promise<Visitor> | Visitor> = {
      ...{
        resident: () => town.resident,
        stranger: () => visitor(town.house.app),
        another: () => town.early,
      },
      community: () => town.house.as('community'),
    };
    const asked = await known[who]?.();
    expect(
      (await town.prints(asked ?? visitor(town.house.app), `matters/${town.rated}/papers/${name}.pdf`))
        .status,
    ).toBe(status);
  });
});

describe('the papers of a place', () => {
  const place = (path: string) => `places/${town.house.ids.places.get(codeOf(path))}/papers`;

  it('are listed: for everybody two, for staff the projects too', async () => {
    const listed = async (who: Visitor) =>
      (await who.get(`/api/v1/${place(COMMUNITY)}`)).body.items.map(({ title }: { title: string }) => title);
    expect(await listed(visitor(town.house.app))).toEqual(['民情办理明白卡', '网格便民联系卡']);
    expect(await listed(await town.house.as('community'))).toContain('项目清单');
  });

  it('the leaflet says the terms in force, twice on a sheet', async () => {
    const leaflet = await town.prints(visitor(town.house.app), `${place(COMMUNITY)}/leaflet.pdf`);
    const text = whole(leaflet);
    expect(leaflet.pages).toHaveLength(1);
    expect(text.split('民情办理明白卡')).toHaveLength(3);
    expect(text).toContain('黄：3个工作日内');
    expect(text).toContain('东胜区交通街道安达社区');
  });

  it('the contact card names who serves the place, four times on a sheet, and no resident', async () => {
    const card = await town.prints(visitor(town.house.app), `${place(COMMUNITY)}/contact-card.pdf`);
    const text = whole(card);
    expect(text.split('community.head')).toHaveLength(5);
    expect(text).toContain('community.b（B岗）');
    expect(text).not.toContain('resident');
    expect(card.pages).toHaveLength(1);
  });

  it('the list of projects holds what is in hand, for those who may read it', async () => {
    const subdistrict = await town.house.as('subdistrict');
    const list = await town.prints(subdistrict, `${place(COMMUNITY)}/project-list.pdf`);
    expect(whole(list).match(/路灯不亮/g)).toHaveLength(90);
    expect(
      whole(await town.prints(await town.house.as('auditor'), `${place(SUBDISTRICT)}/project-list.pdf`)),
    ).toContain('办理中');
    expect((await town.prints(visitor(town.house.app), `${place(COMMUNITY)}/project-list.pdf`)).status).toBe(
      401,
    );
  });

  it('of no place are not found', async () => {
    expect((await town.prints(visitor(town.house.app), 'places/nowhere/papers/leaflet.pdf')).status).toBe(
      404,
    );
  });
});

describe('the report of a process', () => {
  const report = (who: Visitor, language?: string) =>
    town.prints(who, `processes/${town.quarter}/papers/report.pdf`, language);

  it('holds all of its lists, each under its title, never with the title alone at a page’s foot', async () => {
    const { pages, name } = await report(await town.house.as('subdistrict'));
    const text = pages.map(textOf).join('');
    const titles = [
      '季度总表',
      '各单位认领办理情况',
      '各社区需求办理情况',
      '需求清单',
      '问题清单',
      '服务清单',
    ];
    expect(titles.map((title) => text.includes(title))).toEqual(titles.map(() => true));
    expect(text.match(/路灯不亮/g)).toHaveLength(270);
    const feet = pages.map((page) => linesOf(page).at(-2) ?? '');
    expect(feet.filter((line) => titles.includes(line))).toEqual([]);
    expect(pages.slice(1).every((page) => linesOf(page)[0] === '季度认领报告')).toBe(true);
    expect(name).toContain('2026年第四季度');
  });

  it('is linked where the process is read, and its lists can be taken away one by one', async () => {
    const subdistrict = await town.house.as('subdistrict', { 'accept-language': 'en' });
    const { links } = (await subdistrict.get(`/api/v1/processes/${town.quarter}`)).body;
    expect(links.papers).toEqual([
      {
        name: 'report',
        title: 'Quarterly claim: report',
        href: `/api/v1/processes/${town.quarter}/papers/report.pdf`,
      },
    ]);
    const { body } = await subdistrict.get(
      `${links.lists.find(({ name }: { name: string }) => name === 'units').href}`,
    );
    expect(body.rows).toContainEqual(
      expect.objectContaining({ unit: 'housing', all: 45, claimed: 45, done: 0 }),
    );
  });

  it('is for those who may print it', async () => {
    expect((await report(await town.house.as('resident'))).status).toBe(403);
    expect((await report(visitor(town.house.app))).status).toBe(401);
    expect(
      (await town.prints(await town.house.as('subdistrict'), `processes/${town.rated}/papers/report.pdf`))
        .status,
    ).toBe(404);
  });
});
