import { z } from 'zod';
import type { Scene } from '../../../workflows/process/definition.ts';
import type { Language } from '../language.ts';
import { Titled } from '../matters/shown.ts';
import type { Titles } from '../matters/titles.ts';

/** How far the things of a process have come, and who has taken on how much; nothing where it says nothing of that. */
export const DeskView = z.object({
  funnel: z.array(z.object({ title: z.string(), n: z.int() })),
  loads: z.array(z.object({ unit: Titled, n: z.int(), of: z.int().nullable() })),
  /** Now, in this step, things of this kind are given out in a meeting. */
  meeting: z.object({ item: z.string() }).nullable(),
});
export type DeskView = z.infer<typeof DeskView>;

export const NO_DESK: DeskView = { funnel: [], loads: [], meeting: null };

/** The units that the desk speaks of, whose names are wanted. */
export const unitsOnDesk = (scene: Scene): string[] => loadsIn(scene).map(({ unit }) => unit);

const loadsIn = ({ definition, state, policy }: Scene) =>
  definition.desk?.loads?.(state, policy.processes?.[definition.name]) ?? [];

/** The desk of a process in the reader's language. */
export function deskView(scene: Scene, titles: Titles, language: Language): DeskView {
  const { definition, state } = scene;
  const { funnel, meeting } = definition.desk ?? {};
  return {
    funnel: (funnel?.(state) ?? []).map(({ title, n }) => ({ title: title[language], n })),
    loads: loadsIn(scene).map(({ unit, n, of = null }) => ({
      ...{ n, of },
      unit: titles.unit(unit) ?? { value: unit, title: unit },
    })),
    meeting: meeting !== undefined && state.step === meeting.step ? { item: meeting.item } : null,
  };
}
