import * as terms from '../../../../workflows/words/terms.ts';
import { spoken } from '../spoken.ts';
import type { Same } from '../typed.ts';
import type { term as zh } from '../zh/term.ts';

export const term: Same<typeof zh> = {
  role: spoken(terms.role, 'en'),
  status: {
    ...spoken(terms.status, 'en'),
    running: 'open',
    stopped: 'ended',
    paused: 'suspended',
  },
  step: {
    received: 'Received',
    closed: 'Closed',
    end: 'Closed',
  },
  ending: spoken(terms.ending, 'en'),
  way: spoken(terms.way, 'en'),
  size: { small: 'small matter', big: 'big matter', hard: 'hard matter' },
  tier: { community: 'community', subdistrict: 'subdistrict', district: 'district' },
  mode: spoken(terms.mode, 'en'),
  rating: spoken(terms.rating, 'en'),
  ended: spoken(terms.ended, 'en'),
  channel: spoken(terms.channel, 'en'),
  notice: {
    ...spoken(terms.rung, 'en'),
    urged: 'Urged by the supervision office',
    assigned: 'Handed to you',
    takenOver: 'Handed to a colleague; no longer yours',
  },
};
