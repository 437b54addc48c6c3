/** Something that is done again when it is asked for, and how to leave off. */
export type Calm = { ask: () => void; leave: () => void };

/**
 * Does `what` at once, and then at most once in so many milliseconds: however often it is asked for in between, that is
 * one more time at their end.
 */
export function calm(what: () => void, pause: number): Calm {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = () => {
    resting = isAsked ? setTimeout(rest, pause) : undefined;
    if (isAsked) what();
    isAsked = false;
  };
  const ask = () => {
    isAsked = true;
    if (resting === undefined) rest();
  };
  return { ask, leave: () => clearTimeout(resting) };
}
