import { useTranslation } from 'react-i18next';
import { When } from '../../look/when.tsx';
import { useAddress } from '../list/filter-bar.tsx';
import type { Audit, CourseLine } from './answer.ts';
import { CourseFilters } from './course-filters.tsx';
import { foldedOf, momentsOf } from './group.ts';
import { MomentShown, RemindersShown } from './moment.tsx';
import { useCourse } from './read.ts';
import { Wait } from './wait.tsx';

/** The course in business words: who, when, on what ground, and how long nothing happened before. */
export function Course({ of }: { of: Audit }) {
  const { t } = useTranslation('audit');
  return (
    <section className="panel audit-course" aria-labelledby="course">
      <h2 id="course">{t('course.title')}</h2>
      <When asked={useCourse(of)}>
        {(lines) => (
          <>
            <CourseFilters lines={lines} />
            <Lines lines={lines} of={of} />
          </>
        )}
      </When>
    </section>
  );
}

function Lines({ lines, of }: { lines: readonly CourseLine[]; of: Audit }) {
  const { t } = useTranslation('audit');
  const { search } = useAddress();
  const wish = {
    by: search.get('by'),
    kind: search.get('kind'),
    isTechnicalShown: search.get('all') === 'true',
  };
  const told = foldedOf(momentsOf(lines, wish));
  const isOldest = search.get('order') === 'oldest';
  const hidden = wish.isTechnicalShown ? 0 : lines.filter(({ kind }) => kind === 'technical').length;
  if (told.length === 0) return <p className="hint">{t('course.nothing')}</p>;
  return (
    <>
      <ol className="timeline">
        {(isOldest ? told : told.toReversed()).map((one) => (
          <li key={'reminders' in one ? `r${one.reminders[0]?.main.id}` : one.main.id}>
            {isOldest && <Wait since={one.since} workDayMs={of.workDayMs} />}
            {'reminders' in one ? <RemindersShown of={one} /> : <MomentShown of={one} policy={of.policy} />}
            {!isOldest && <Wait since={one.since} workDayMs={of.workDayMs} />}
          </li>
        ))}
      </ol>
      {hidden > 0 && <p className="hint">{t('course.hidden', { n: hidden })}</p>}
    </>
  );
}
