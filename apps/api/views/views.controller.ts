// Lists as people narrowed them, under names of their own. A view keeps what stands in the page's address and nothing
// else: its rows are looked up anew each time, through the list's own query.
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { inTransaction, openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import type { Language } from '../language.ts';
import { pageOf } from '../page.ts';
import { NotNow } from '../../../workflows/rules/violation.ts';
import { Wanted } from '../wanted.ts';
import { countView } from './counted.ts';

const Name = z.string().trim().min(1).max(30);
const Address = z.string().max(1_000);
const List = z.string().regex(/^[a-z]{1,30}$/);

const NewView = z.strictObject({ list: List, name: Name, query: Address });
const Change = z
  .strictObject({ name: Name, query: Address, isDefault: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0);
const ViewQuery = z.object({ list: List.optional() });

const Kept = z.object({
  id: z.uuid(),
  list: z.string(),
  name: z.string(),
  query: z.string(),
  isDefault: z.boolean(),
});
type Kept = z.infer<typeof Kept>;

/** `count`: its rows now, 100 for more than 99; null where that is not known. */
const ViewShown = Kept.extend({ count: z.int().nullable() });

/** More than these nobody finds again. */
const MOST = 20;
const COLUMNS = 'id, list, name, query, is_default as "isDefault"';

/** My views of the lists. */
@Controller('api/v1/views')
export class ViewsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('views:keep')
  @Answers(200, pageOf(ViewShown), 'My views, each with how many rows it has now')
  async list(
    @Caller() subject: Subject,
    @Query({ schema: ViewQuery }) { list }: z.infer<typeof ViewQuery>,
    @Wanted() language: Language,
  ) {
    const { rows } = await this.db.pool.query<Kept>(
      `select ${COLUMNS} from view where person_id = $1 and ($2::text is null or list = $2) order by list, created_at, id`,
      [subject.personId, list ?? null],
    );
    const look = { db: this.db, subject, language };
    const counted = async (view: Kept) => ({ ...view, count: await countView(look, view.list, view.query) });
    return { items: await Promise.all(rows.map(counted)) };
  }

  /** The same name again keeps the new address under it. */
  @Post()
  @Action('views:keep')
  @NeedsKey()
  @Answers(201, Kept, 'The view is kept')
  create(
    @Key() key: string,
    @Caller() subject: Subject,
    @Body({ schema: NewView }) view: z.infer<typeof NewView>,
  ) {
    const id = newId();
    const deed = { key, subject: nameOf(subject), name: 'keepView', processId: id, raw: view };
    return once(this.db, deed, Kept, async (tx) => {
      const { rows } = await tx.query<Kept & { views: number }>(
        `insert into view (id, person_id, list, name, query) values ($1, $2, $3, $4, $5)
         on conflict (person_id, list, name) do update set query = excluded.query
         returning ${COLUMNS}, (select count(*)::int from view where person_id = $2 and list = $3) as views`,
        [id, subject.personId, view.list, view.name, view.query],
      );
      const [kept] = rows;
      if (kept === undefined || (kept.id === id && kept.views >= MOST))
        throw new NotNow('view-many', { count: MOST });
      return Kept.parse(kept);
    });
  }

  /** Only one of a list's views opens by itself. */
  @Patch(':id')
  @Action('views:change', 'view')
  @Answers(200, Kept, 'The view as it is now')
  change(@Param('id') id: string, @Body({ schema: Change }) change: z.infer<typeof Change>) {
    const { name = null, query = null, isDefault = null } = change;
    return inTransaction(this.db, async (tx) => {
      if (isDefault === true)
        await tx.query(
          `update view set is_default = false from view one
           where one.id = $1 and view.person_id = one.person_id and view.list = one.list`,
          [id],
        );
      const { rows } = await tx.query<Kept>(
        `update view set name = coalesce($2, name), query = coalesce($3, query), is_default = coalesce($4, is_default)
         where id = $1 and not exists (select from view other where other.person_id = view.person_id
           and other.list = view.list and other.name = $2 and other.id <> view.id) returning ${COLUMNS}`,
        [id, name, query, isDefault],
      );
      const [kept] = rows;
      if (kept === undefined) throw new NotNow('view-named');
      return kept;
    });
  }

  @Delete(':id')
  @Action('views:change', 'view')
  @HttpCode(204)
  @Answers(204, undefined, 'The view is gone')
  async remove(@Param('id') id: string) {
    await this.db.prisma.view.deleteMany({ where: { id } });
  }
}
