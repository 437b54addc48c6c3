import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { fileAt } from '../../api/ask.ts';
import { useAsker } from '../../api/asker.tsx';
import type { Printed } from '../../api/processes.ts';
import { useSentence } from '../../look/trouble.tsx';

const formats = ['pdf', 'xlsx', 'csv'] as const;

/** The lists of a process in the usual forms, to print or to work on. */
export function Lists({ lists }: { lists: readonly Printed[] }) {
  const { t } = useTranslation('process');
  const save = useSave();
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
                  onClick={() => void save(list, format)}
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

/** Fetches a list in the reader's language and hands it to the browser as a file. */
function useSave(): (list: Printed, format: string) => Promise<void> {
  const asker = useAsker();
  const sentence = useSentence();
  const { message } = App.useApp();
  return async ({ href, title }, format) => {
    try {
      const glue = href.includes('?') ? '&' : '?';
      const url = URL.createObjectURL(await fileAt(asker, `${href}${glue}format=${format}`));
      const link = document.createElement('a');
      Object.assign(link, { href: url, download: `${title}.${format}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      void message.error(sentence(error), 8);
    }
  };
}
