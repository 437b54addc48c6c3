import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTerm } from '../../../../workflows/rules/notation.ts';
import type { Pack } from '../../api/policies.ts';
import { When } from '../../look/when.tsx';
import { Exports } from '../list/exports.tsx';
import { usePack } from './asked.ts';

/** Every value of a pack in words, with its notation and the text that it comes from; narrowed by what is typed. */
export function PackTable({ name, version }: { name: string; version: string }) {
  const { t } = useTranslation('rules');
  const [typed, setTyped] = useState('');
  const wish = new URLSearchParams({ name, version, ...(typed.trim() === '' ? {} : { q: typed.trim() }) });
  return (
    <>
      <p className="list-tools">
        <input
          className="input"
          type="search"
          aria-label={t('pack.search')}
          placeholder={t('pack.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Exports list="policies-rules" title={t('pack.tab.table')} wish={wish.toString()} />
      </p>
      <When asked={usePack(name, version)}>
        {(pack) => <Sections sections={narrowed(pack.sections, typed.trim())} />}
      </When>
    </>
  );
}

function narrowed(sections: Pack['sections'], typed: string): Pack['sections'] {
  const has = (text: string | null) => text?.toLowerCase().includes(typed.toLowerCase()) ?? false;
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter(({ title, said, written, source }) =>
        [title, said, written, source].some(has),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function Sections({ sections }: { sections: Pack['sections'] }) {
  const { t } = useTranslation('rules');
  if (sections.length === 0) return <p className="state">{t('pack.nothing')}</p>;
  return sections.map(({ name, title, rows }) => (
    <section key={name} className="panel" aria-labelledby={`section-${name}`}>
      <h2 id={`section-${name}`}>{title}</h2>
      <div className="table-box" role="group" aria-labelledby={`section-${name}`} tabIndex={0}>
        <table className="table pack-table">
          <thead>
            <tr>
              {(['what', 'value', 'source'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`pack.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.path} title={row.path}>
                <td className="main" data-label={t('pack.column.what')}>
                  {row.title}
                </td>
                <td data-label={t('pack.column.value')}>
                  {row.said} {isNotation(row) && <code>{row.written}</code>}
                </td>
                <td data-label={t('pack.column.source')}>{row.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

/** Terms are shown as they are written too: the same notation stands in forms, files and the API. */
const isNotation = ({ written, said }: { written: string; said: string }): boolean =>
  written !== said && readTerm(written) !== undefined;
