import { DesktopOutlined } from '@ant-design/icons';
import { catalog } from '../../../../workflows/catalog.ts';
import type { Entry } from '../entry.ts';

/** A line for each process that has a desk of its own. */
export const townEntries: readonly Entry[] = Object.values(catalog).flatMap(({ name, desk }) =>
  desk === undefined
    ? []
    : [
        {
          to: `/desks/${name}`,
          title: desk.title,
          Icon: DesktopOutlined,
          roles: desk.roles,
          isOnPhone: true,
        },
      ],
);
