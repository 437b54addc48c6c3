import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useTime } from '../look/time.ts';
import { useName } from '../text/name.ts';
import { useTaskTitle } from './process/names.ts';

/** What somebody was told. `facts` holds what its sentence needs, and never anybody's words. */
export const Notice = z.object({
  id: z.string(),
  href: z.string(),
  task: z.string().nullable(),
  forPerson: z.string().nullable(),
  channel: z.string(),
  template: z.string(),
  facts: z.looseObject({
    kind: z.string().optional(),
    dueAt: z.string().nullish(),
    words: z.string().optional(),
    as: z.string().optional(),
  }),
  createdAt: z.string(),
  deliveredAt: z.string().nullable(),
  readAt: z.string().nullable(),
  about: z.object({ title: z.string(), place: z.string().nullable() }).nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** A notice in a sentence: what it is, of what and where, about which task, due when. */
export function useNoticeText(): (notice: Notice) => string {
  const { t } = useTranslation('staff');
  const name = useName();
  const task = useTaskTitle();
  const { at } = useTime();
  return ({ template, about: told, facts: { kind, dueAt } }) => {
    const [group = '', what] = template.split('.');
    const title = what === undefined ? name('term', 'notice', group) : name('site', group, what);
    const about = kind === undefined ? '' : ` · ${task(kind)}`;
    const due =
      dueAt === undefined || dueAt === null ? '' : ` · ${t('left.due', { at: at(dueAt, 'short') })}`;
    const of = [told?.title, told?.place].flatMap((one) => (one ? ` · ${one}` : [])).join('');
    return title + of + about + due;
  };
}
