import { ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import { useWidth } from '../charts/width.ts';
import './diagram.css';
import { edgesOf, nodesOf, roomOf } from './drawn.ts';
import type { PathShown } from './drawn.ts';
import { BOX } from './layout.ts';
import { Step } from './step.tsx';
import type { StepShown } from './step.tsx';
import { Way } from './way.tsx';

type Props = { label: string; steps: readonly StepShown[]; paths: readonly PathShown[] };

/** Narrower than this, the steps stand below each other. Pixels. */
const NARROW = 640;

/** What a wide one is at least (diagram.css), and the room beside a tall one for its ways back. Pixels. */
const WIDEST = 860;
const SIDE = 104;

/** The process as a drawing: where it stands, and the paths that were taken. What it says stands in words on the page too. */
export default function Diagram({ label, steps, paths }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const isTall = width < NARROW;
  const hasLinks = steps.some(({ href }) => href !== undefined);
  const nodes = useMemo(() => nodesOf(steps, paths, isTall), [steps, paths, isTall]);
  const edges = useMemo(() => edgesOf(steps, paths, isTall), [steps, paths, isTall]);
  const lowest = Math.max(...nodes.map(({ position }) => position.y)) + BOX.height;
  const [above, below] = isTall ? [8, 8] : roomOf(edges);
  const side = isTall ? SIDE : 8;
  const widest = Math.max(...nodes.map(({ position }) => position.x)) + BOX.width;
  const zoom = Math.min(1, (Math.max(width, isTall ? 0 : WIDEST) - 2 * side) / widest);
  return (
    <div ref={ref} className="diagram" role="region" aria-label={label} tabIndex={0}>
      <div
        className={isTall ? 'diagram-inner' : 'diagram-inner wide'}
        role={hasLinks ? 'group' : 'img'}
        aria-label={label}
        style={{ height: lowest * zoom + above + below }}
      >
        {width > 0 && (
          <ReactFlow
            key={`${isTall} ${Math.round(width / 40)}`}
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            fitView
            fitViewOptions={{
              padding: { top: `${above}px`, bottom: `${below}px`, x: `${side}px` },
              maxZoom: 1,
            }}
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
        )}
      </div>
    </div>
  );
}

const nodeTypes = { step: Step };
const edgeTypes = { way: Way };
