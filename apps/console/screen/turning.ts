import { useCallback, useEffect, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useSearchParams } from 'react-router';

export const views = ['now', 'places', 'units', 'days'] as const;
export type ViewName = (typeof views)[number];

/** So long each view stands. Milliseconds. */
const STANDS = 20_000;

export type Turning = {
  view: ViewName;
  isPaused: boolean;
  show: (view: ViewName) => void;
  pause: () => void;
};

/** Turns through the views by itself, unless somebody holds it or wants no motion; Space holds it, arrows turn by hand. */
export function useTurning(): Turning {
  const [search, setSearch] = useSearchParams();
  const [isPaused, setPaused] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const view = views.find((name) => name === search.get('view')) ?? 'now';
  const show = useCallback(
    (name: ViewName) => setSearch(name === 'now' ? {} : { view: name }, { replace: true }),
    [setSearch],
  );
  const turn = useCallback(
    (by: number) => {
      const next = (views.indexOf(view) + by + views.length) % views.length;
      show(views[next] ?? 'now');
    },
    [view, show],
  );
  useEffect(() => {
    if (isPaused) return undefined;
    const timer = window.setTimeout(() => turn(1), STANDS);
    return () => window.clearTimeout(timer);
  }, [isPaused, turn]);
  const pause = () => setPaused((is) => !is);
  useHotkeys('space', pause, { preventDefault: true, ignoreEventWhen: isOnButton });
  useHotkeys('right', () => turn(1));
  useHotkeys('left', () => turn(-1));
  return { view, isPaused, show, pause };
}

/** There Space presses the button. */
const isOnButton = ({ target }: KeyboardEvent): boolean => target instanceof HTMLButtonElement;
