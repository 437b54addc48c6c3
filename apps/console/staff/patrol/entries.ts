import { CompassOutlined } from '@ant-design/icons';
import type { Entry } from '../entry.ts';

export const patrolEntries: readonly Entry[] = [
  { to: '/patrol', title: 'patrol', Icon: CompassOutlined, roles: ['gridWorker'], isOnPhone: true },
];
