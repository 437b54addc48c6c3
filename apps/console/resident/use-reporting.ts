import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { textOf } from '../form/control.ts';
import { isAskedFor, unreachable } from '../form/report.ts';
import { useForm } from '../form/use-form.ts';
import type { Send } from '../form/use-form.ts';
import type { Value } from '../form/values.ts';
import { useReportFields } from './report-form.ts';

const INITIAL = { answerBy: 'web' };

/** A report that is being written: what is asked for, what stands there, and sending it once everything has arrived. */
export function useReporting(onSend: Send) {
  const fields = useReportFields();
  const [files, setFiles] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const { values, set, trouble, isSending, submit } = useForm('report', {
    initial: INITIAL,
    check: unreachable,
  });
  const asked = fields.filter(({ path }) => isAskedFor(path, values));
  const isBusy = isSending || files > 0;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (!(await submit(asked, onSend))) requestAnimationFrame(() => summary.current?.focus());
  }
  /** What was near by another place, or of another kind, is not meant any more. */
  function change(path: string, value: Value) {
    set(path, value);
    if (path === 'place' || path === 'kind') set('follows', '');
  }
  const text = (path: string): string => textOf(values[path]);
  return { asked, values, text, trouble, change, send, summary, files, setFiles, isSending };
}

export type Reporting = ReturnType<typeof useReporting>;
