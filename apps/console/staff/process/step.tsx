import { Handle, Position } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { BOX } from './layout.ts';

/** A step as a diagram shows it: whether it was passed, is now, or lies ahead; what stands below its name; how long it took. */
export type StepShown = {
  id: string;
  title: string;
  state: 'done' | 'current' | 'ahead';
  note: string;
  badge?: string;
  /** The list that it opens. */
  href?: string;
  isTall?: boolean;
};

export function Step({
  data: { title, state, note, badge, href, isTall },
}: NodeProps<Node<StepShown, 'step'>>) {
  return (
    <div className={`step ${state}`} style={BOX}>
      <strong>{href === undefined ? title : <Link to={href}>{title}</Link>}</strong>
      <small>{note}</small>
      {badge !== undefined && <small className="badge">{badge}</small>}
      <Ends isTall={isTall === true} />
    </div>
  );
}

const along = (isTall: boolean, share: string): CSSProperties => (isTall ? { top: share } : { left: share });

/** Where ways begin and end: onward in the row's direction, back and round on one side of it, past on the other. */
function Ends({ isTall }: { isTall: boolean }) {
  const [into, out] = isTall ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  const [back, past] = isTall ? [Position.Right, Position.Left] : [Position.Top, Position.Bottom];
  return (
    <>
      <Handle type="target" id="next-in" position={into} />
      <Handle type="source" id="next-out" position={out} />
      <Handle type="target" id="back-in" position={back} style={along(isTall, '15%')} />
      <Handle type="source" id="back-out" position={back} style={along(isTall, '50%')} />
      <Handle type="target" id="round-in" position={back} style={along(isTall, '35%')} />
      <Handle type="source" id="round-out" position={back} style={along(isTall, '80%')} />
      <Handle type="target" id="past-in" position={past} />
      <Handle type="source" id="past-out" position={past} />
    </>
  );
}
