import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proceeding } from '../../api/matters.ts';

const Course = lazy(() => import('../process/course.tsx'));

/** The diagram, loaded when somebody wants to see it: the line of steps says where it stands. */
export function Chart({ of }: { of: Proceeding }) {
  const { t } = useTranslation('matter');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <p>
        <button type="button" className="button no-print" onClick={() => setOpen(true)}>
          {t('diagram')}
        </button>
      </p>
    );
  return (
    <Suspense fallback={<section className="panel course" data-loading />}>
      <Course of={of} />
    </Suspense>
  );
}
