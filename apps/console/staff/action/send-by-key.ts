import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

/** Ctrl+Enter sends the form that one is in, also from where Enter makes a new line. */
export function sendByKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.querySelector('form')?.requestSubmit();
}

const FIELDS = 'input:not([type=hidden]), select, textarea, button[type=submit]';

/** The focus stands in the first field as soon as the form is there; `form` names it. */
export function useFirstField(form: string) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>(`form :is(${FIELDS})`)?.focus(), [form]);
  return box;
}
