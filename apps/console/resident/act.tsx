import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { Action } from '../api/action.ts';
import { useAsk } from '../api/asker.tsx';
import { plain } from '../form/controls/plain.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { isRating, Rating } from './rating.tsx';

type Props = { action: Action; title?: string; onDone?: () => void };

/** The form of one act, and what goes stale when it is done. A rating has a form of its own: three taps. */
export function Act({ action, title = action.title, onDone }: Props) {
  const ask = useAsk();
  const client = useQueryClient();
  async function send(body: unknown, key: string) {
    await ask(z.unknown(), action.href, { method: action.method, body, key });
    onDone?.();
    await Promise.all(
      ['matter', 'matters', 'tasks', 'items'].map((name) => client.invalidateQueries({ queryKey: [name] })),
    );
  }
  if (isRating(action)) return <Rating action={action} onSend={send} />;
  return (
    <SchemaForm schema={action.input} controls={plain} name={action.href} submitTitle={title} onSend={send} />
  );
}
