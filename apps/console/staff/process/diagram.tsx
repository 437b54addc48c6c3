import { Handle, MarkerType, Position, ReactFlow } from '@xyflow/react';
import type { Edge, Node, NodeProps } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import './diagram.css';
import { BOX, placed } from './layout.ts';
import type { Path } from './layout.ts';

/** A step as the diagram shows it: whether it was passed, is now, or lies ahead, and what stands below its name. */
export type StepShown = { id: string; title: string; state: 'done' | 'current' | 'ahead'; note: string };

/** `times`: how often a path was taken; 0 draws it pale. */
export type PathShown = Path & { times: number };

type StepNode = Node<StepShown, 'step'>;

type Props = { label: string; steps: readonly StepShown[]; paths: readonly PathShown[] };

/** The process as a drawing: where it stands, and the paths it took. What it says stands in words on the page too. */
export default function Diagram({ label, steps, paths }: Props) {
  const nodes = useMemo(() => nodesOf(steps, paths), [steps, paths]);
  const height = Math.max(...nodes.map(({ position }) => position.y)) + BOX.height + 96;
  const edges = useMemo(() => edgesOf(steps, paths), [steps, paths]);
  return (
    <div className="diagram" role="region" aria-label={label} tabIndex={0}>
      <div className="diagram-inner" role="img" aria-label={label} style={{ height }}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={types}
          fitView
          fitViewOptions={{ padding: { top: '62px', bottom: '32px', x: '8px' } }}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          panOnDrag={false}
          zoomOnScroll={false}
          zoomOnPinch={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        />
      </div>
    </div>
  );
}

function Step({ data }: NodeProps<StepNode>) {
  return (
    <div className={`step ${data.state}`} style={BOX}>
      <strong>{data.title}</strong>
      <small>{data.note}</small>
      <Handle type="target" id="in" position={Position.Left} />
      <Handle type="source" id="out" position={Position.Right} />
      <Handle type="target" id="back-in" position={Position.Top} style={{ left: '15%' }} />
      <Handle type="source" id="back-out" position={Position.Top} />
      <Handle type="target" id="round-in" position={Position.Top} style={{ left: '35%' }} />
      <Handle type="source" id="round-out" position={Position.Top} style={{ left: '80%' }} />
      <Handle type="target" id="bottom-in" position={Position.Bottom} />
      <Handle type="source" id="bottom-out" position={Position.Bottom} />
    </div>
  );
}

const types = { step: Step };

function nodesOf(steps: readonly StepShown[], paths: readonly Path[]): StepNode[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return placed(steps, paths).flatMap(({ id, x, y }) => {
    const data = byId.get(id);
    return data === undefined ? [] : [{ id, type: 'step' as const, position: { x, y: Math.round(y) }, data }];
  });
}

function edgesOf(steps: readonly StepShown[], paths: readonly PathShown[]): Edge[] {
  const order = new Map(steps.map(({ id }, i) => [id, i]));
  return paths.map(({ from, to, on, times }) => {
    const reach = (order.get(to) ?? 0) - (order.get(from) ?? 0);
    const isTaken = times > 0;
    return {
      id: `${from}-${to}`,
      source: from,
      target: to,
      ...waysOf(reach),
      type: 'smoothstep',
      pathOptions: { offset: offsetOf(reach), borderRadius: 8 },
      className: isTaken ? 'taken' : 'untaken',
      label: reach === 1 ? undefined : `${on}${times > 1 ? ` ×${times}` : ''}`,
      markerEnd: { type: MarkerType.ArrowClosed, color: isTaken ? '#0958d9' : '#8a94a3' },
    };
  });
}

/** Onward goes straight, back and round go above, past several steps goes below. */
function waysOf(reach: number): { sourceHandle: string; targetHandle: string } {
  if (reach === 1) return { sourceHandle: 'out', targetHandle: 'in' };
  if (reach > 1) return { sourceHandle: 'bottom-out', targetHandle: 'bottom-in' };
  return reach === 0
    ? { sourceHandle: 'round-out', targetHandle: 'round-in' }
    : { sourceHandle: 'back-out', targetHandle: 'back-in' };
}

/** How far off the boxes a path runs, so that the ways back lie above the rounds. */
const offsetOf = (reach: number): number => (reach < 0 ? 56 : 24);
