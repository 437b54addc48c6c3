import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action } from '../door/action.ts';
import { table } from '../door/table.ts';
import type { Relation, Row } from '../door/right.ts';
import { postRoles } from '../door/role.ts';
import type { Role } from '../door/role.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import { pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { relationTitles, rightTitles } from './right-words.ts';
import { roleTitles, titled } from './title.ts';

export const RoleShown = z.object({
  role: Titled,
  /** How many hold a post of it, A and B. */
  a: z.int(),
  b: z.int(),
  rights: z.array(z.object({ relation: Titled, may: z.array(Titled) })),
});

type Count = { role: string; a: number; b: number };

/** The one table of rights (door/table.ts), read aloud. */
@Controller('api/v1/roles')
export class RolesController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('register:read')
  @Answers(200, pageOf(RoleShown), 'Each role: how many hold it, and what it may do to what')
  async list(@Wanted() language: Language) {
    const { rows } = await this.db.pool.query<Count>(
      `select role, count(distinct person_id) filter (where rank = 'A')::int as a,
              count(distinct person_id) filter (where rank = 'B')::int as b
       from post join person on person.id = person_id where ended_at is null and disabled_at is null group by role`,
    );
    const counts = new Map(rows.map(({ role, a, b }) => [role, { a, b }]));
    const items = postRoles.map((role) => ({
      role: titled(roleTitles, role, language),
      ...(counts.get(role) ?? { a: 0, b: 0 }),
      rights: rightsOf(role, language),
    }));
    return { items };
  }
}

/** What only this role gives; what everybody may who is signed in stands with the residents. */
function rightsOf(role: (typeof postRoles)[number], language: Language) {
  const roles: readonly Role[] = role === 'resident' ? ['resident', 'anyone', 'signedIn'] : [role];
  const rows = table.filter((row) => row.roles.some((one) => roles.includes(one)));
  return [...new Set(rows.map(({ relation }) => relation))].map((relation) => ({
    relation: titled(relationTitles, relation, language),
    may: actionsTo(relation, rows).map((action) => titled(rightTitles, action, language)),
  }));
}

const actionsTo = (relation: Relation, rows: readonly Row[]) => [
  ...new Set(rows.filter((row) => row.relation === relation).flatMap(({ actions }) => actions)),
];
