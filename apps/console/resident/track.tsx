import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { z } from 'zod';
import { at } from '../api/ask.ts';
import { useAsk, WithToken } from '../api/asker.tsx';
import { Copy } from '../look/copy.tsx';
import { useTitle } from '../look/title.ts';
import { Trouble } from '../look/trouble.tsx';
import { Tracked } from './tracked.tsx';
import { useTicket } from './ticket.ts';
import { Ticket } from './ticket.ts';

const Given = z.object({ receipt: z.string(), code: z.string() });

/** Following a matter with its receipt number and code, without an account. */
export function Track() {
  const { t } = useTranslation();
  const { ticket, keep } = useTicket();
  const [isExpired, setExpired] = useState(false);
  const [search, setSearch] = useSearchParams();
  useTitle(t('track.title'));
  const expire = () => {
    setExpired(true);
    keep(undefined);
  };
  const another = () => {
    setSearch({}, { replace: true });
    keep(undefined);
  };
  const isOther = search.get('receipt') !== null && search.get('receipt') !== ticket?.receipt;
  if (ticket === undefined || isOther) return <Opening onOpen={keep} isExpired={isExpired} />;
  return (
    <WithToken token={ticket.token}>
      <Tracked id={ticket.matter} onExpired={expire} />
      <p className="hint no-print">{t('track.later')}</p>
      <div className="form-end no-print">
        <Copy text={window.location.href} title={t('track.copy')} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t('act.print')}
        </button>
        <button type="button" className="button" onClick={another}>
          {t('track.other')}
        </button>
      </div>
    </WithToken>
  );
}

type OpeningProps = { onOpen: (ticket: Ticket) => void; isExpired: boolean };

/** What the receipt's page hands over, and the number that stands in the address. */
function useGiven() {
  const { state } = useLocation();
  const [search] = useSearchParams();
  const given = Given.catch({ receipt: '', code: '' }).parse(state);
  return given.receipt === '' ? { receipt: search.get('receipt') ?? '', code: '' } : given;
}

function Opening({ onOpen, isExpired }: OpeningProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const given = useGiven();
  const [, setSearch] = useSearchParams();
  const [receipt, setReceipt] = useState(given.receipt);
  const [code, setCode] = useState(given.code);
  const [error, setError] = useState<unknown>();

  async function look(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    try {
      const body = { receipt: receipt.trim(), code: code.trim() };
      const ticket = await ask(Ticket, at('receipts'), { method: 'POST', body });
      setSearch({ receipt: body.receipt }, { replace: true });
      onOpen({ ...ticket, receipt: body.receipt });
    } catch (failure) {
      setError(failure);
    }
  }

  return (
    <>
      <h1>{t('track.title')}</h1>
      <form className="sheet form" onSubmit={(event) => void look(event)}>
        {isExpired && <p role="status">{t('track.expired')}</p>}
        {error !== undefined && <Trouble error={error} />}
        <p className="hint">{t('track.hint')}</p>
        <Typed title={t('report.receipt')} value={receipt} onType={setReceipt} />
        <Typed title={t('report.code')} value={code} onType={setCode} isNumber />
        <div className="form-end">
          <button type="submit" className="button primary">
            {t('track.open')}
          </button>
        </div>
      </form>
    </>
  );
}

type TypedProps = { title: string; value: string; onType: (value: string) => void; isNumber?: boolean };

const Typed = ({ title, value, onType, isNumber = false }: TypedProps) => (
  <label className="field">
    <span className="label">{title}</span>
    <input
      className="input"
      required
      autoComplete="off"
      inputMode={isNumber ? 'numeric' : 'text'}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  </label>
);
