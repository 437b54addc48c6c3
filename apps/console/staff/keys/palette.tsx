import { Modal } from 'antd';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.ts';
import { useEntries } from './entries.ts';
import type { Entry } from './entries.ts';

/** So many are shown at a time: who looks for more types more. */
const MOST = 12;

type Props = { session: Session; onClose: () => void };

/** Finds acts, numbers, views and pages by what is typed; Enter does the one that is marked. */
export function Palette({ session, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const list = useId();
  const entries = useEntries(session, typed).slice(0, MOST);
  const at = Math.min(marked, Math.max(entries.length - 1, 0));
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  function press(event: KeyboardEvent) {
    const step = steps[event.key];
    if (event.key === 'Enter') run(entries[at]);
    if (step === undefined) return;
    event.preventDefault();
    setMarked((at + step + entries.length) % Math.max(entries.length, 1));
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={t('palette.title')}
      className="palette"
    >
      <input
        type="search"
        className="input"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries[at] === undefined ? undefined : `${list}-${at}`}
        aria-label={t('palette.title')}
        placeholder={t('palette.hint')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <Found id={list} entries={entries} at={at} onMark={setMarked} onRun={run} />
      {entries.length === 0 && <p className="hint">{t('palette.nothing')}</p>}
    </Modal>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

type FoundProps = {
  id: string;
  entries: readonly Entry[];
  at: number;
  onMark: (i: number) => void;
  onRun: (entry: Entry) => void;
};

function Found({ id, entries, at, onMark, onRun }: FoundProps) {
  const { t } = useTranslation('desk');
  return (
    <ul role="listbox" id={id} aria-label={t('palette.title')}>
      {entries.map((entry, i) => (
        <li
          key={`${entry.sort} ${entry.id}`}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          onPointerMove={() => onMark(i)}
          onClick={() => onRun(entry)}
        >
          <span>{entry.label}</span> <small className="hint">{t(`palette.sort.${entry.sort}`)}</small>
        </li>
      ))}
    </ul>
  );
}
