import { Graph, layout } from '@dagrejs/dagre';

export type Box = { id: string; title: string };
export type Path = { from: string; to: string; on: string };
export type Placed = Box & { x: number; y: number };

/** Size of a box in pixels. */
export const BOX = { width: 136, height: 76 };

/** Places boxes one after the other, from left to right or, where it is narrow, from top to bottom. Other paths are drawn around the row. */
export function placed(boxes: readonly Box[], paths: readonly Path[], isTall: boolean): Placed[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: isTall ? 'TB' : 'LR', nodesep: 40, ranksep: 48, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of boxes) graph.setNode(id, { ...BOX });
  // Tall, every box stands below the one before: two beside each other would not fit a phone.
  boxes.forEach(({ id }, i) => {
    const next = boxes[i + 1]?.id;
    const isJoined = isTall || paths.some(({ from, to }) => from === id && to === next);
    if (next !== undefined && isJoined) graph.setEdge(id, next);
  });
  layout(graph);
  return boxes.map((box) => {
    const { x, y } = graph.node(box.id);
    return { ...box, x: x - BOX.width / 2, y: Math.round(y - BOX.height / 2) };
  });
}

/** How a path runs: to the next box, round to the same, back, or past several. */
export type Course = 'next' | 'round' | 'back' | 'past';

export function courseOf(reach: number): Course {
  if (reach === 1) return 'next';
  if (reach === 0) return 'round';
  return reach < 0 ? 'back' : 'past';
}

/**
 * How far off the boxes each path runs, by its id: the longer ones further out, and no two that overlap at one distance.
 * Rounds lie nearest.
 */
export function lanes(paths: readonly Path[], order: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const course of ['back', 'past'] as const) {
    const taken: [from: number, to: number][][] = [];
    for (const { id, span } of spansOf(paths, order, course)) {
      const free = taken.findIndex((lane) => lane.every(([from, to]) => span[1] <= from || to <= span[0]));
      const lane = free === -1 ? taken.length : free;
      taken[lane] = [...(taken[lane] ?? []), span];
      found.set(id, lane + (course === 'back' ? 1 : 0));
    }
  }
  return found;
}

export const pathId = ({ from, to }: Pick<Path, 'from' | 'to'>): string => `${from}-${to}`;

function spansOf(paths: readonly Path[], order: ReadonlyMap<string, number>, course: Course) {
  return paths
    .map((path) => ({
      id: pathId(path),
      ends: [order.get(path.from) ?? 0, order.get(path.to) ?? 0] as const,
    }))
    .filter(({ ends: [from, to] }) => courseOf(to - from) === course)
    .map(({ id, ends }): { id: string; span: [number, number] } => ({
      id,
      span: [Math.min(...ends), Math.max(...ends)],
    }))
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
}
