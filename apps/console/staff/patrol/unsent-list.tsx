import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTime } from '../../look/time.ts';
import { again, callCourier, drop, SENDING } from './unsent.ts';
import type { Unsent } from './unsent.ts';

type Props = { person: string; unsent: readonly Unsent[] };

/** What was pressed on this phone and is not taken yet: each with how it stands and what can be done about it. */
export function UnsentList({ person, unsent }: Props) {
  const { t } = useTranslation('patrol');
  const sending = useQuery<string | null>({ queryKey: SENDING, enabled: false }).data;
  if (unsent.length === 0) return <p className="state">{t('unsent.empty')}</p>;
  return (
    <>
      <p className="hint">{t('unsent.hint')}</p>
      <ul className="patrol-list" aria-label={t('view.unsent')}>
        {unsent.map((one) => (
          <li key={one.id} className={one.refusal === undefined ? undefined : 'danger'}>
            <Waiting person={person} unsent={one} isSending={sending === one.id} />
          </li>
        ))}
      </ul>
    </>
  );
}

type WaitingProps = { person: string; unsent: Unsent; isSending: boolean };

function Waiting({ person, unsent, isSending }: WaitingProps) {
  const { t } = useTranslation('patrol');
  const { at } = useTime();
  const { title, note, photos, refusal } = unsent;
  return (
    <div className="patrol-unsent">
      <b>{title}</b>
      <span>{note}</span>
      <span className="patrol-note">
        <Standing isRefused={refusal !== undefined} isSending={isSending} />
        <span className="hint">{t('unsent.pressed', { at: at(unsent.at, 'short') })}</span>
        {photos.length > 0 && <span className="hint">{t('unsent.photos', { n: photos.length })}</span>}
      </span>
      {refusal !== undefined && <p className="trouble">{refusal}</p>}
      {!isSending && <Ways person={person} unsent={unsent} />}
    </div>
  );
}

function Standing({ isRefused, isSending }: { isRefused: boolean; isSending: boolean }) {
  const { t } = useTranslation('patrol');
  if (isRefused) return <span className="lamp red">◆ {t('state.refused')}</span>;
  return (
    <span className="lamp blue">{isSending ? `● ${t('state.sending')}` : `‖ ${t('state.waiting')}`}</span>
  );
}

/** What waits is tried at once; what was refused is mended or tried again; both can be thrown away. */
function Ways({ person, unsent: { id, page, refusal } }: Omit<WaitingProps, 'isSending'>) {
  const { t } = useTranslation(['patrol', 'site']);
  const { modal } = App.useApp();
  async function throwAway() {
    const words = { title: t('unsent.sure'), content: t('unsent.sureHint') };
    const ways = { okText: t('unsent.drop'), cancelText: t('site:act.cancel') };
    if (!(await modal.confirm({ ...words, ...ways }))) return;
    await drop(person, id);
    callCourier();
  }
  return (
    <div className="actions">
      {refusal !== undefined && (
        <Link className="button" to={`${page}?mend=${encodeURIComponent(id)}`}>
          {t('unsent.mend')}
        </Link>
      )}
      <button
        type="button"
        className="button"
        onClick={() => (refusal === undefined ? callCourier() : void again(person, id))}
      >
        {t('unsent.again')}
      </button>
      <button type="button" className="button final" onClick={() => void throwAway()}>
        {t('unsent.drop')}
      </button>
    </div>
  );
}
