import { NotYours } from '../../rules/violation.ts';
import type { Act } from '../definition.ts';
import { act } from '../definition.ts';
import { t } from '../field.ts';
import { mustBeOpen } from '../items.ts';
import { takenDown } from '../follow.ts';
import { HEAR, Heard } from '../heard.ts';

/** A process that this one began, or that began this one, says how it goes: delivered by the relay, never by a person. */
export const hear: Act = act({
  name: HEAR,
  title: t('关联流程通报', 'Hear of another process'),
  on: 'process',
  input: Heard,
  may(scene, actor) {
    mustBeOpen(scene);
    if (actor.role !== 'system') throw new NotYours('systemOnly');
  },
  decide: (scene, { input }) => scene.definition.heard?.(scene, input) ?? takenDown(scene, input),
});
