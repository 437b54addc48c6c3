import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { titleOf } from '../reference/title.ts';

/** A place with its name and all names from the top down to it. */
export type Named = { path: string; level: string; title: string; whole: string };

/** The place of that id. Throws NotFound. */
export async function placeNamed({ prisma }: Database, id: string, language: Language): Promise<Named> {
  const place = z.uuid().safeParse(id).success ? await prisma.place.findUnique({ where: { id } }) : null;
  if (place === null) throw new NotFound();
  const above = await prisma.place.findMany({ where: { code: { in: place.path.split('/') } } });
  const names = above.sort(byDepth).map((one) => titleOf(one, language));
  return {
    ...{ path: place.path, level: place.level, title: titleOf(place, language) },
    whole: (language === 'zh' ? names : names.reverse()).join(language === 'zh' ? '' : ', '),
  };
}

const byDepth = (a: { path: string }, b: { path: string }) => a.path.length - b.path.length;
