import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Busy } from '../form/busy.ts';
import { plain } from '../form/controls/plain.ts';
import { FieldRow } from '../form/field-row.tsx';
import { SendButton } from '../form/send-button.tsx';
import { Summary } from '../form/summary.tsx';
import type { Send } from '../form/use-form.ts';
import { Contact } from './contact.tsx';
import { KindChooser, Written } from './kind-chooser.tsx';
import { Nearby } from './nearby.tsx';
import { PlaceFinder } from './place-finder.tsx';
import { useReporting } from './use-reporting.ts';
import type { Reporting as Writing } from './use-reporting.ts';

const controls = { ...plain, place: PlaceFinder };

const reach = ['contact/phone', 'contact/name', 'contact/email', 'contact/address'];

/** The form of a report: the fewest things first, what is near by before it is sent, who answers how at the end. */
export function Reporting({ onSend }: { onSend: Send }) {
  const { t } = useTranslation();
  const prefix = useId();
  const writing = useReporting(onSend);
  const { asked, text, trouble, change, send, summary, setFiles } = writing;
  const row = (path: string) => <Row key={path} path={path} prefix={prefix} writing={writing} />;
  return (
    <>
      <h1>{t('report.title')}</h1>
      <form className="form reporting" noValidate onSubmit={(event) => void send(event)}>
        <Summary fields={asked} trouble={trouble} prefix={prefix} box={summary} />
        <Busy value={setFiles}>
          <Written value={text('words')}>
            <section className="sheet">{['words', 'attachments', 'kind'].map(row)}</section>
          </Written>
        </Busy>
        <section className="sheet">{row('place')}</section>
        <Nearby
          place={text('place')}
          kind={text('kind')}
          follows={text('follows')}
          onFollow={(id) => change('follows', id)}
        />
        <section className="sheet">
          {row('answerBy')}
          <Contact isNeeded={text('answerBy') !== 'web'}>{reach.map(row)}</Contact>
        </section>
        <SendBar writing={writing} />
        <p className="hint">{t('form.kept')}</p>
      </form>
    </>
  );
}

/** One field, if it is asked for at all. */
function Row({ path, prefix, writing }: { path: string; prefix: string; writing: Writing }) {
  const { asked, values, trouble, change } = writing;
  const field = asked.find((one) => one.path === path);
  if (field === undefined) return null;
  return (
    <FieldRow
      field={field}
      heading={undefined}
      id={`${prefix}${path}`}
      Control={path === 'kind' ? KindChooser : controls[field.kind]}
      fault={trouble.faults[path]}
      said={trouble.said[path]}
      value={values[path]}
      onChange={(value) => change(path, value)}
    />
  );
}

function SendBar({ writing: { isSending, files, text } }: { writing: Writing }) {
  const { t } = useTranslation();
  const title = text('follows') === '' ? t('act.send') : t('nearby.send');
  return (
    <div className="form-end sending">
      <SendButton isSending={isSending} files={files} title={title} />
      {isSending && <progress aria-label={t('act.sending')} />}
    </div>
  );
}
