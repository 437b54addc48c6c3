import type { Door } from '../door.ts';
import type { Quarter } from '../quarter.ts';

/** The subdistrict makes problems of the needs: those of several places in one, the others each by itself; it refuses the rest. */
export async function merge(door: Door, quarter: Quarter): Promise<void> {
  await quarter.stands('merge');
  const { cast, plan } = quarter;
  const clerk = { account: cast.clerk };
  const process = { ...clerk, at: `processes/${quarter.id}` };
  const left = await needsByKind(quarter);
  const single: string[] = [];
  for (const { kind, size } of plan.problems) {
    const needs = left.get(kind)?.splice(0, size) ?? [];
    if (size === 1) single.push(...needs);
    else
      await door.act({ ...process, act: 'mergeNeeds', input: { needs, kind, words: '多个社区的共性问题' } });
  }
  await door.act({ ...process, act: 'listNeeds', input: { needs: single } });
  for (const id of [...left.values()].flat()) {
    const input = { grounds: '不属于本街道职责范围' };
    await door.act({ ...clerk, at: `items/${quarter.id}.${id}`, act: 'refuseNeed', input });
  }
  await door.act({ ...clerk, at: `tasks/${await quarter.task('problemList')}`, act: 'publishProblems' });
}

async function needsByKind(quarter: Quarter): Promise<Map<string, string[]>> {
  const needs = new Map<string, string[]>();
  for (const { id, kind } of await quarter.openItems('need')) {
    needs.set(kind, [...(needs.get(kind) ?? []), id.replace(`${quarter.id}.`, '')]);
  }
  return needs;
}
