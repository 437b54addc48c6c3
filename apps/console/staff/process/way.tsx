import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath } from '@xyflow/react';
import type { Edge, EdgeProps } from '@xyflow/react';
import { Link } from 'react-router';
import type { Course } from './layout.ts';

/** What a way between two steps says: its word, and the list that it opens. */
export type WayShown = {
  course: Course;
  isTall: boolean;
  word: string;
  href?: string;
  offset: number;
  weight: number;
};

/** Where a word stands to its way, so that it hides neither the way nor a box. */
function besides({ course, isTall }: WayShown): string {
  if (!isTall)
    return course === 'next' || course === 'round' ? 'translate(-50%, -105%)' : 'translate(-50%, -50%)';
  if (course === 'next') return 'translate(-50%, -50%)';
  return course === 'past' ? 'translate(-104%, -50%)' : 'translate(4%, -50%)';
}

/** A way with its word as text of the page: it wraps, is not clipped, and can be a link. */
export function Way(props: EdgeProps<Edge<WayShown, 'way'>>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, markerEnd } = props;
  if (data === undefined) return null;
  const { word, href, offset, weight } = data;
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition };
  const [path, x, y] = getSmoothStepPath({ ...ends, offset, borderRadius: 8 });
  const style = { transform: `${besides(data)} translate(${x}px, ${y}px)` };
  return (
    <>
      <BaseEdge path={path} markerEnd={markerEnd} style={{ strokeWidth: weight }} />
      {word !== '' && (
        <EdgeLabelRenderer>
          {href === undefined ? (
            <span className="way" style={style}>
              {word}
            </span>
          ) : (
            <Link className="way" style={style} to={href}>
              {word}
            </Link>
          )}
        </EdgeLabelRenderer>
      )}
    </>
  );
}
