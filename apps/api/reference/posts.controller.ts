import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { pageOf } from '../page.ts';
import { Wanted } from '../wanted.ts';
import { titleOf } from './title.ts';

const PostShown = z.object({
  id: z.uuid(),
  role: z.string(),
  rank: z.string(),
  unit: z.string().nullable(),
  place: z.string(),
  /** Who else holds the same post: B for A, A for B. */
  partners: z.array(z.object({ value: z.uuid(), title: z.string(), rank: z.string() })),
});

/** My posts, and with whom I share them. */
@Controller('api/v1/posts')
export class PostsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  @Get()
  @Action('posts:read')
  @Answers(200, pageOf(PostShown), 'My posts')
  async list(@Caller() { personId }: Subject, @Wanted() language: Language) {
    const mine = await this.db.prisma.post.findMany({
      where: { personId: personId ?? undefined, endedAt: null },
      include: { unit: true, place: true },
      orderBy: { id: 'asc' },
    });
    const items = await Promise.all(
      mine.map(async ({ id, role, rank, unit, unitId, place, placeId }) => {
        const same = { role, unitId, placeId, endedAt: null, NOT: { rank } };
        const others = await this.db.prisma.post.findMany({
          where: same,
          include: { person: true },
          take: 20,
        });
        const partners = others.map(({ person, rank: theirs }) => ({
          value: person.id,
          title: titleOf(person, language),
          rank: theirs,
        }));
        return {
          id,
          role,
          rank,
          unit: unit && titleOf(unit, language),
          place: titleOf(place, language),
          partners,
        };
      }),
    );
    return { items };
  }
}
