import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Item, Proceeding } from '../../api/matters.ts';

/** What was said of a thing on a list; else whom it asks for, or what it is. */
export const wordsOf = ({ kind, unit, facts: { words } }: Item): string =>
  typeof words === 'string' ? words : (unit?.title ?? kind.title);

/** The how-manieth on the list it is: ids end in a running number. */
export const orderOf = (id: string): string => /\d+$/.exec(id)?.[0] ?? '';

/** What came of a thing: settled here, or in the process that was begun because of it. */
const Settled = z.object({
  result: z.string().optional(),
  course: z.object({ result: z.string().optional() }).nullish(),
});

function resultOf({ facts }: Item): string | undefined {
  const { result, course } = Settled.safeParse(facts).data ?? {};
  return result ?? course?.result;
}

/** What on the list something is about, and what came of it: whoever tells it, rates it or takes note has it before them. */
export function AboutItem({ of, id }: { of: Proceeding; id: string | null | undefined }) {
  const { t } = useTranslation('process');
  const item = of.items.find((one) => one.id === id);
  if (item === undefined) return null;
  const result = resultOf(item);
  return (
    <div className="about-item said">
      <p>{`${item.number ?? `#${orderOf(item.id)}`} ${wordsOf(item)}`}</p>
      {result !== undefined && (
        <p>
          <span className="hint">{t('fact.result')}</span> {result}
        </p>
      )}
    </div>
  );
}
