import { AreaChartOutlined, ClusterOutlined, DesktopOutlined, HeatMapOutlined } from '@ant-design/icons';
import type { Entry } from '../entry.ts';

const overseers = ['community', 'subdistrict', 'department', 'supervisor', 'auditor', 'deputy'];

export const chartEntries: readonly Entry[] = [
  { to: '/trends', title: 'trends', Icon: AreaChartOutlined, roles: overseers },
  { to: '/traffic', title: 'traffic', Icon: ClusterOutlined, roles: overseers },
  { to: '/map', title: 'map', Icon: HeatMapOutlined, roles: overseers },
  { to: '/screen', title: 'screen', Icon: DesktopOutlined, roles: ['subdistrict', 'supervisor', 'auditor'] },
];
