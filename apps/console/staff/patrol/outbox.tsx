import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beforeLeaving } from '../../api/leaving.ts';
import { hasRole, keepSession } from '../../api/session.ts';
import type { Session } from '../../api/session.ts';
import { clearHeld } from './held.ts';
import { forgetKept } from './kept.ts';
import { keepShell } from './shell.ts';
import { unsentOf } from './unsent.ts';
import { useCourier } from './use-courier.ts';

/** On every page of a grid worker: sends what waits on this phone, and keeps the shell for the time without a network. */
export function Outbox({ session }: { session: Session }) {
  const person = session.person?.id;
  if (person === undefined || !hasRole(session, 'gridWorker')) return null;
  return <Courier key={person} person={person} session={session} />;
}

function Courier({ person, session }: { person: string; session: Session }) {
  useCourier(person);
  useWarning(person);
  useEffect(() => keepSession(session), [session]);
  useEffect(() => {
    keepShell();
    void clearHeld(person);
  }, [person]);
  return null;
}

/** Whoever signs out hears first that something is not sent yet. */
function useWarning(person: string): void {
  const { t } = useTranslation(['patrol', 'site']);
  const { modal } = App.useApp();
  useEffect(
    () =>
      beforeLeaving({
        async mayLeave() {
          const n = (await unsentOf(person)).length;
          if (n === 0) return true;
          const words = { title: t('leave.title', { n }), content: t('leave.hint') };
          return modal.confirm({ ...words, okText: t('site:act.signOut'), cancelText: t('site:act.cancel') });
        },
        left: () => forgetKept(person),
      }),
    [person, modal, t],
  );
}
