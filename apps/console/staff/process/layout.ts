import { Graph, layout } from '@dagrejs/dagre';

export type Box = { id: string; title: string };
export type Path = { from: string; to: string; on: string };
export type Placed = Box & { x: number; y: number };

/** Size of a box in pixels. */
export const BOX = { width: 128, height: 56 };

/** Places boxes from left to right, each after the one before. Other paths would bend the row: they are drawn around it. */
export function placed(boxes: readonly Box[], paths: readonly Path[]): Placed[] {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 48, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  const order = new Map(boxes.map(({ id }, i) => [id, i]));
  for (const { id } of boxes) graph.setNode(id, { ...BOX });
  for (const { from, to } of paths) {
    if ((order.get(to) ?? 0) - (order.get(from) ?? 0) === 1) graph.setEdge(from, to);
  }
  layout(graph);
  return boxes.map((box) => {
    const { x, y } = graph.node(box.id);
    return { ...box, x: x - BOX.width / 2, y: y - BOX.height / 2 };
  });
}
