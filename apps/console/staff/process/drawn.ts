import { MarkerType } from '@xyflow/react';
import type { Edge } from '@xyflow/react';
import { courseOf, lanes, pathId, placed } from './layout.ts';
import type { Course, Path } from './layout.ts';
import type { StepShown } from './step.tsx';

/** `times`: how often a path was taken; 0 draws it pale. `word` stands on it, `weight` is its stroke in pixels. */
export type PathShown = Path & { times: number; word?: string; href?: string; weight?: number };

/** A lane of paths beside the row, and the way to the first. Pixels. */
const LANE = 32;
const FIRST = 24;

/** How much room the paths around the row need above and below it, with their words. */
export function roomOf(edges: readonly { data?: { offset: number }; sourceHandle?: string | null }[]) {
  const need = (handles: readonly string[]) =>
    Math.max(
      0,
      ...edges.flatMap(({ data, sourceHandle }) =>
        data !== undefined && handles.includes(sourceHandle ?? '') ? data.offset + 24 : [],
      ),
    );
  return [Math.max(16, need(['back-out', 'round-out'])), Math.max(16, need(['past-out']))] as const;
}

export function nodesOf(steps: readonly StepShown[], paths: readonly Path[], isTall: boolean) {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return placed(steps, paths, isTall).flatMap(({ id, x, y }) => {
    const data = byId.get(id);
    return data === undefined
      ? []
      : [{ id, type: 'step' as const, position: { x, y }, data: { ...data, isTall } }];
  });
}

export function edgesOf(steps: readonly StepShown[], paths: readonly PathShown[], isTall: boolean) {
  const order = new Map(steps.map(({ id }, i) => [id, i]));
  const lane = lanes(paths, order);
  const offsetOf = (path: PathShown, course: Course) =>
    course === 'next' ? 20 : FIRST + (lane.get(pathId(path)) ?? 0) * (isTall ? LANE / 2 : LANE);
  return paths.map((path) => {
    const course = courseOf((order.get(path.to) ?? 0) - (order.get(path.from) ?? 0));
    return {
      id: pathId(path),
      source: path.from,
      target: path.to,
      sourceHandle: `${course}-out`,
      targetHandle: `${course}-in`,
      type: 'way' as const,
      data: {
        ...{ course, isTall, ...wordOf(path, course), offset: offsetOf(path, course) },
        weight: path.weight ?? (path.times > 0 ? 2 : 1),
      },
      ...strokeOf(path),
    } satisfies Edge;
  });
}

/** Between two boxes is no room for the word of the way. */
const wordOf = ({ word, on, href }: PathShown, course: Course) => ({
  word: word ?? (course === 'next' ? '' : on),
  href,
});

function strokeOf({ times }: PathShown) {
  const isTaken = times > 0;
  return {
    className: isTaken ? 'taken' : 'untaken',
    markerEnd: {
      type: MarkerType.ArrowClosed,
      color: isTaken ? '#0958d9' : '#8a94a3',
      markerUnits: 'userSpaceOnUse',
      width: 14,
      height: 14,
    },
  };
}
