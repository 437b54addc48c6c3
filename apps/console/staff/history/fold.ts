import type { Scene } from './line.ts';

/** One act, or several reminders in a row; `waited`: how long nothing had happened before. Milliseconds. */
export type Told = { scenes: readonly Scene[]; waited: number };

const isReminder = ({ main, rest }: Scene): boolean =>
  [main, ...rest].every(({ type, event }) => type === 'rungReached' && event.does === 'reminder');

/** Makes one piece of reminders that follow each other, oldest first. */
export function foldedOf(scenes: readonly Scene[]): Told[] {
  const told: Told[] = [];
  scenes.forEach((scene, i) => {
    const last = told.at(-1);
    const before = scenes[i - 1];
    if (last !== undefined && isReminder(scene) && last.scenes.every(isReminder))
      told.splice(-1, 1, { ...last, scenes: [...last.scenes, scene] });
    else told.push({ scenes: [scene], waited: waitBetween(before, scene) });
  });
  return told;
}

const waitBetween = (before: Scene | undefined, scene: Scene): number =>
  before === undefined ? 0 : Date.parse(scene.main.at) - Date.parse(before.main.at);
