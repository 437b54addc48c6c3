import { WarningOutlined } from '@ant-design/icons';
import { atWork } from '../entry.ts';
import type { Entry } from '../entry.ts';

export const watchEntries: readonly Entry[] = [
  {
    to: '/supervision',
    title: 'supervision',
    Icon: WarningOutlined,
    roles: [...atWork, 'auditor'],
    count: 'supervision',
    isOnPhone: true,
  },
];
