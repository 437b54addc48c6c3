import { useTranslation } from 'react-i18next';
import { useTime } from '../look/time.ts';
import type { Visit } from './visit.ts';

/** When, where and by whom residents are received. */
export function VisitFacts({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const { at } = useTime();
  const { place, facts, names } = visit;
  const named = (id: string | undefined) => (id === undefined ? undefined : names[id]);
  const venue = named(facts.venue);
  const receiver = named(facts.receiver);
  return (
    <dl className="facts">
      <dt>{t('visits.when')}</dt>
      <dd>
        {facts.startsAt === undefined ? (
          t('visits.notFixed')
        ) : (
          <strong>{at(facts.startsAt, 'meeting')}</strong>
        )}
      </dd>
      <dt>{t('visits.station')}</dt>
      <dd>{place.title}</dd>
      {venue !== undefined && venue !== place.title && (
        <>
          <dt>{t('visits.where')}</dt>
          <dd>{venue}</dd>
        </>
      )}
      {receiver !== undefined && (
        <>
          <dt>{t('visits.who')}</dt>
          <dd>{receiver}</dd>
        </>
      )}
    </dl>
  );
}
