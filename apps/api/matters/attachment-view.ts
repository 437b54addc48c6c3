import type { Course } from '../course/course.ts';
import type { Naming } from './hands.ts';
import type { Shown } from './shown.ts';

/** What was handed in with any process. */
export async function attachmentsOf(
  { db }: Course,
  matterId: string,
  { sight }: Naming,
): Promise<Shown['attachments']> {
  if (sight === 'facts') return [];
  const rows = await db.prisma.attachment.findMany({
    where: { matterId },
    select: { id: true, mime: true, bytes: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({ ...row, href: `/api/v1/attachments/${row.id}` }));
}
