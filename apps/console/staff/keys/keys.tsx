// Work without a mouse: single keys outside of inputs, which can be switched off, the sheet that tells them,
// and the palette that finds everything by its name.
import { useEffect, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate } from 'react-router';
import type { Session } from '../../api/session.ts';
import { ASKED } from './ask.ts';
import { Palette } from './palette.tsx';
import { Sheet } from './sheet.tsx';
import { CLAIM, HAND, isInDialog, rowInFocus, walk, want, wishOf } from './walk.ts';
import './keys.css';

const KEPT = 'minqing shortcuts';

const press = (selector: string) => (): void => document.querySelector<HTMLElement>(selector)?.click();
const ofRow = (wish: string) => (): void => void wishOf(rowInFocus(), wish);

/** The keys that go to a page, after G. */
const places = { i: '/inbox', l: '/ledger', n: '/notices', s: '/supervision' };

/** All keys of the console. */
export function Keys({ session }: { session: Session }) {
  const navigate = useNavigate();
  const [isSheet, setSheet] = useState(false);
  const [isPalette, setPalette] = useState(false);
  const [isOn, setOn] = useState(localStorage.getItem(KEPT) !== 'off');
  const options = { enabled: isOn, useKey: true };

  useEffect(() => {
    const open = () => setSheet(true);
    window.addEventListener(ASKED, open);
    return () => window.removeEventListener(ASKED, open);
  }, []);
  useHotkeys('?', () => setSheet(true), options);
  useHotkeys('j', () => walk(1), options);
  useHotkeys('k', () => walk(-1), options);
  useHotkeys('e', () => want('first', '[data-first-action]'), { ...options, preventDefault: true });
  useHotkeys('t', () => want('claim', `main ${CLAIM}`), options);
  useHotkeys('h', () => want('act assignTask', `main ${HAND}`), { ...options, preventDefault: true });
  useHotkeys('p', ofRow('peek'), { ...options, preventDefault: true });
  useHotkeys('x', ofRow('pick'), options);
  useHotkeys('shift+x', ofRow('range'), options);
  useHotkeys('a', () => (isInDialog() ? undefined : press('[data-pick-all]')()), options);
  useHotkeys('b', press('[data-batch]'), { ...options, preventDefault: true });
  useHotkeys('u', () => void navigate(-1), options);
  useHotkeys('/', () => document.getElementById('quick-search')?.focus(), {
    ...options,
    preventDefault: true,
  });
  useHotkeys(
    Object.keys(places).map((key) => `g>${key}`),
    (_event, { hotkey }) => void navigate(placeAfter(hotkey)),
    { ...options, sequenceTimeoutMs: 1_000 },
  );
  // The palette is no single key: it opens from inputs as well, and cannot be hit by mistake.
  useHotkeys('ctrl+k, meta+k', () => setPalette(true), { preventDefault: true, enableOnFormTags: true });

  function turn(on: boolean) {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
    setOn(on);
  }
  return (
    <>
      <Sheet isOpen={isSheet} isOn={isOn} onTurn={turn} onClose={() => setSheet(false)} />
      {isPalette && <Palette session={session} onClose={() => setPalette(false)} />}
    </>
  );
}

function placeAfter(hotkey: string): string {
  const found = Object.entries(places).find(([key]) => hotkey.endsWith(`>${key}`));
  return found?.[1] ?? '/inbox';
}
