/** How much of what is open is overdue, in steps that have a shape and words of their own. */
export const grades = ['none', 'fine', 'some', 'many', 'most'] as const;
export type Grade = (typeof grades)[number];

export const shapeOf: Readonly<Record<Grade, string>> = {
  none: '–',
  fine: '●',
  some: '▲',
  many: '■',
  most: '◆',
};

/** The step of a place: nothing open, nothing overdue, under a tenth, under three tenths, more. */
export function gradeOf({ open, overdue }: { open: number; overdue: number }): Grade {
  if (open === 0) return 'none';
  if (overdue === 0) return 'fine';
  const share = overdue / open;
  if (share < 0.1) return 'some';
  return share < 0.3 ? 'many' : 'most';
}
