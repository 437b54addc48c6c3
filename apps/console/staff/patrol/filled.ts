import { useCallback, useState } from 'react';
import { z } from 'zod';
import { dropDraft, keepDraft, readDraft } from '../../form/draft.ts';
import type { Value } from '../../form/values.ts';
import type { Grid } from './round.ts';

/** What stands in the form of a report; `photos` are ids of held photos. */
const Filled = z.object({
  kind: z.string().default(''),
  place: z.string().default(''),
  words: z.string().default(''),
  photos: z.array(z.string()).default([]),
});
export type Filled = z.infer<typeof Filled>;

/** The form of one report, which outlives a reload as every form does. `initial`: what stands in it at first. */
export function useFilled(name: string, initial: Partial<Filled>) {
  const [filled, setFilled] = useState<Filled>(() => Filled.parse({ ...initial, ...readDraft(name).values }));
  const set = useCallback(
    (field: keyof Filled, value: Value) =>
      setFilled((before) => {
        const after = Filled.parse({ ...before, [field]: value });
        keepDraft(name, { values: after });
        return after;
      }),
    [name],
  );
  return { filled, set, done: () => dropDraft(name) };
}

/** What each part of the form is given. */
export type Part = {
  person: string;
  grid: Grid;
  filled: Filled;
  set: ReturnType<typeof useFilled>['set'];
  /** Whether it was pressed once: from then on what is missing is said. */
  isTried: boolean;
};

const LAST = 'minqing patrol places';
const MOST = 3;
const Lately = z.array(z.string());

/** Where this person reported from lately, on this phone; the last comes first. */
export function lately(person: string): string[] {
  const parsed = Lately.safeParse(JSON.parse(localStorage.getItem(`${LAST} ${person}`) ?? '[]'));
  return parsed.success ? parsed.data : [];
}

export function rememberPlace(person: string, place: string): void {
  const places = [place, ...lately(person).filter((one) => one !== place)].slice(0, MOST);
  localStorage.setItem(`${LAST} ${person}`, JSON.stringify(places));
}
