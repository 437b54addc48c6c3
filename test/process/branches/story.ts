// One branch of the process, told to its end (or to where it is clear) on the real server.
import type { Stage } from '../stage.ts';

export interface Story {
  readonly name: string;
  /** Under this name its history is kept in test/replay/histories, to be replayed for ever. */
  readonly kept?: string;
  /** Acts, looks, and gives the id of the matter that it is about. */
  readonly tell: (stage: Stage) => Promise<string>;
}
