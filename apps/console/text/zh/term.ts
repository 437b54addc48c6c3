// What the codes of the field are called: roles, steps, endings, ways in.
import * as terms from '../../../../workflows/words/terms.ts';
import { spoken } from '../spoken.ts';

export const term = {
  role: spoken(terms.role, 'zh'),
  status: {
    ...spoken(terms.status, 'zh'),
    running: '在办',
    stopped: '已终止',
    paused: '已挂起',
  },
  step: {
    received: '待受理',
    closed: '已办结',
    end: '已办结',
  },
  ending: spoken(terms.ending, 'zh'),
  way: spoken(terms.way, 'zh'),
  size: { small: '小事', big: '大事', hard: '难事' },
  tier: { community: '社区', subdistrict: '街道', district: '区' },
  mode: spoken(terms.mode, 'zh'),
  rating: spoken(terms.rating, 'zh'),
  ended: spoken(terms.ended, 'zh'),
  channel: spoken(terms.channel, 'zh'),
  notice: {
    ...spoken(terms.rung, 'zh'),
    urged: '督查室催办',
    assigned: '交给您办理',
    takenOver: '已转交他人，您不必再办',
  },
} as const;
