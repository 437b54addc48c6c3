import { useCallback, useRef, useState } from 'react';
import { faultsOf } from '../api/problem.ts';
import { faultsIn } from './check.ts';
import type { Fault } from './check.ts';
import { dropDraft, keepDraft, keyFor, readDraft } from './draft.ts';
import type { Field } from './field.ts';
import { assemble } from './values.ts';
import type { Value, Values } from './values.ts';

/** Sends a body under a key; what it throws is shown. */
export type Send = (body: unknown, key: string) => Promise<unknown>;

/** Why the form was not taken: by its own checks, or by the server. */
export type Trouble = {
  faults: Record<string, Fault>;
  said: Readonly<Record<string, string>>;
  error?: unknown;
};

const NONE: Trouble = { faults: {}, said: {} };

/** What a form has to fulfil besides its schema. */
export type Check = (values: Values) => Record<string, Fault>;

type Given = { initial?: Values; check?: Check };

/**
 * The state of one form. `name` is that of its draft; `initial` is what stands in it when there is no draft. `submit`
 * answers whether it was sent.
 */
export function useForm(name: string, { initial = {}, check }: Given) {
  const draft = useRef(readDraft(name));
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...draft.current.values }));
  const latest = useRef(values);
  const [trouble, setTrouble] = useState<Trouble>(NONE);
  const [isSending, setSending] = useState(false);

  const set = useCallback(
    (path: string, value: Value) => {
      latest.current = { ...latest.current, [path]: value };
      setValues(latest.current);
      draft.current = { ...draft.current, values: latest.current };
      keepDraft(name, draft.current);
      setTrouble((before) => without(before, path));
    },
    [name],
  );

  async function submit(fields: readonly Field[], send: Send): Promise<boolean> {
    const written = latest.current; // also what was set in this very moment
    const faults = { ...check?.(written), ...faultsIn(fields, written) };
    if (Object.keys(faults).length > 0) {
      setTrouble({ faults, said: {} });
      return false;
    }
    const body = assemble(fields, written);
    const sent = JSON.stringify(body);
    draft.current = { values: written, sent, key: keyFor(draft.current, sent) };
    keepDraft(name, draft.current);
    return deliver(send, body, draft.current.key ?? '');
  }

  async function deliver(send: Send, body: unknown, key: string): Promise<boolean> {
    setSending(true);
    setTrouble(NONE);
    try {
      await send(body, key);
      dropDraft(name);
      draft.current = { values: {} };
      return true;
    } catch (error) {
      setTrouble({ faults: {}, said: faultsOf(error), error });
      return false;
    } finally {
      setSending(false);
    }
  }

  /** Empties what was sent; what was written since stays. */
  function clear(sent: Values) {
    const since = Object.entries(latest.current).filter(([path, value]) => value !== sent[path]);
    latest.current = { ...initial, ...Object.fromEntries(since) };
    setValues(latest.current);
  }

  return { values, set, trouble, isSending, submit, clear };
}

function without(trouble: Trouble, path: string): Trouble {
  const { [path]: _fault, ...faults } = trouble.faults;
  const { [path]: _said, ...said } = trouble.said;
  return { ...trouble, faults, said };
}
