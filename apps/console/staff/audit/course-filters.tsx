import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../list/filter-bar.tsx';
import { useWho } from '../who.ts';
import type { CourseLine } from './answer.ts';
import { handName } from './group.ts';

const kinds = [
  'act',
  'request',
  'deadline',
  'reminder',
  'told',
  'task',
  'record',
  'refused',
  'access',
] as const;

/** Whose lines, of which kind, in which order: all of it stands in the address. */
export function CourseFilters({ lines }: { lines: readonly CourseLine[] }) {
  const { t } = useTranslation('audit');
  const { search, set } = useAddress();
  const there = kinds.filter((kind) => lines.some((line) => line.kind === kind));
  const isOldest = search.get('order') === 'oldest';
  return (
    <div className="audit-filters" role="group" aria-label={t('course.filters')}>
      <Chooser name="by" title={t('course.by')} options={useHands(lines)} />
      <Chooser
        name="kind"
        title={t('course.kind')}
        options={there.map((value) => ({ value, title: t(`kind.${value}`) }))}
      />
      <button type="button" className="quiet" onClick={() => set({ order: isOldest ? undefined : 'oldest' })}>
        {t(isOldest ? 'course.oldest' : 'course.newest')} ⇅
      </button>
      <label className="audit-tick">
        <input
          type="checkbox"
          checked={search.get('all') === 'true'}
          onChange={({ target }) => set({ all: target.checked ? 'true' : undefined })}
        />
        {t('course.all')}
      </label>
    </div>
  );
}

type Option = { value: string; title: string };

/** Everybody who has a line of his own, in the order of the course. */
function useHands(lines: readonly CourseLine[]): readonly Option[] {
  const { t } = useTranslation('audit');
  const { hand } = useWho();
  const titles = new Map(
    lines.map((line) => [handName(line), line.by === null ? t('itself') : hand(line.by)]),
  );
  return [...titles].map(([value, title]) => ({ value, title }));
}

function Chooser({ name, title, options }: { name: string; title: string; options: readonly Option[] }) {
  const { search, set } = useAddress();
  const id = useId();
  return (
    <span className="filter">
      <label htmlFor={id} className="unseen">
        {title}
      </label>
      <select
        id={id}
        className="input"
        value={search.get(name) ?? ''}
        onChange={({ target }) => set({ [name]: target.value })}
      >
        <option value="">{title}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </span>
  );
}
