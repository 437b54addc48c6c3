import { useTranslation } from 'react-i18next';
import type { Paper } from '../../api/matters.ts';
import { useSave } from '../list/save.ts';

const formats = ['pdf', 'xlsx', 'csv'] as const;

/** The lists of a process in the usual forms, to print or to work on. */
export function Lists({ lists }: { lists: readonly Paper[] }) {
  const { t } = useTranslation('process');
  const { save, isSaving } = useSave();
  if (lists.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="lists">
      <h2 id="lists">{t('lists')}</h2>
      <ul className="kins">
        {lists.map((list) => (
          <li key={list.name} className="matter-line">
            <span>{list.title}</span>
            <span>
              {formats.map((format) => (
                <button
                  key={format}
                  type="button"
                  className="quiet"
                  aria-label={t('save', { title: list.title, format: format.toUpperCase() })}
                  aria-disabled={isSaving}
                  onClick={() => void save(asked(list, format))}
                >
                  {format.toUpperCase()}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The address of a list takes the format. */
const asked = ({ href, title }: Paper, format: string) => ({
  href: `${href}${href.includes('?') ? '&' : '?'}format=${format}`,
  name: `${title}.${format}`,
});
