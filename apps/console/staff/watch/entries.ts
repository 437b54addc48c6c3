import { LineChartOutlined, TrophyOutlined, WarningOutlined } from '@ant-design/icons';
import { atWork } from '../entry.ts';
import type { Entry } from '../entry.ts';

const watching = [...atWork, 'auditor'];

export const watchEntries: readonly Entry[] = [
  {
    to: '/supervision',
    title: 'supervision',
    Icon: WarningOutlined,
    roles: watching,
    count: 'supervision',
    isOnPhone: true,
  },
  { to: '/rates', title: 'rates', Icon: LineChartOutlined, roles: watching },
  { to: '/scores', title: 'scores', Icon: TrophyOutlined, roles: watching },
];
