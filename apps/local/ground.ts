import type { Home } from './home.ts';
import type { House } from './house.ts';
import type { Say } from './progress.ts';
import type { Settings } from './settings.ts';

/** What a start works with: the project's folder, the settings, the open home, the house to fill, and where to tell of it. */
export type Ground = { root: string; settings: Settings; home: Home; house: House; say: Say };
