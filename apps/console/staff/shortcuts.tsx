import { Modal, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const KEPT = 'minqing shortcuts';
const ASKED = 'minqing:help';

/** Opens the sheet of shortcuts from anywhere. */
export const askForHelp = (): void => void window.dispatchEvent(new Event(ASKED));

/** Moves the focus among the rows of the page's list. */
function walk(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-walk] [data-row]')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = here === -1 && step < 0 ? rows.length - 1 : here + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

const press = (selector: string) => (): void => document.querySelector<HTMLElement>(selector)?.click();

/** Single keys outside of inputs, which can be switched off, and the sheet that tells them. */
export function Shortcuts() {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [isOn, setOn] = useState(localStorage.getItem(KEPT) !== 'off');
  const options = { enabled: isOn, useKey: true };

  useEffect(() => {
    const open = () => setOpen(true);
    window.addEventListener(ASKED, open);
    return () => window.removeEventListener(ASKED, open);
  }, []);
  useHotkeys('?', () => setOpen(true), options);
  useHotkeys('j', () => walk(1), options);
  useHotkeys('k', () => walk(-1), options);
  useHotkeys('e', press('[data-first-action]'), options);
  useHotkeys('u', () => void navigate(-1), options);
  useHotkeys('/', () => document.getElementById('quick-search')?.focus(), {
    ...options,
    preventDefault: true,
  });
  useHotkeys('g>i', () => void navigate('/inbox'), { ...options, sequenceTimeoutMs: 1_000 });
  useHotkeys('g>l', () => void navigate('/ledger'), { ...options, sequenceTimeoutMs: 1_000 });
  useHotkeys('g>n', () => void navigate('/notices'), { ...options, sequenceTimeoutMs: 1_000 });

  function turn(on: boolean) {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
    setOn(on);
  }
  return <Sheet isOpen={isOpen} isOn={isOn} onTurn={turn} onClose={() => setOpen(false)} />;
}

const keys = ['j', 'k', 'enter', 'e', 'u', 'slash', 'gi', 'gl', 'gn', 'help'] as const;

type SheetProps = { isOpen: boolean; isOn: boolean; onTurn: (on: boolean) => void; onClose: () => void };

function Sheet({ isOpen, isOn, onTurn, onClose }: SheetProps) {
  const { t } = useTranslation('staff');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('help.title')} destroyOnHidden>
      <label className="help-switch">
        <Switch checked={isOn} onChange={onTurn} aria-label={t('help.on')} /> {t('help.on')}
      </label>
      <dl className="keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`help.key.${key}`)}</kbd>
            </dt>
            <dd>{t(`help.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
