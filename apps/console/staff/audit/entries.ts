import { FileSearchOutlined } from '@ant-design/icons';
import type { Entry } from '../entry.ts';

export const auditEntries: readonly Entry[] = [
  {
    to: '/audit',
    title: 'audit',
    Icon: FileSearchOutlined,
    roles: ['auditor', 'supervisor'],
    isOnPhone: true,
  },
];
