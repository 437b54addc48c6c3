/** The tiers of the grid tree, from above. */
const tiers = ['district', 'subdistrict', 'community', 'estate', 'building'];

const asked = (href: string) => new URLSearchParams(href.split('?')[1] ?? '');

/** Asks for the place at the top of what a field may hold: the one it is limited to, else the district. */
export function topOf(href: string): string {
  const { by, under } = Object.fromEntries(asked(href));
  if (by !== 'path') return 'limit=200';
  const within = new URLSearchParams({
    by,
    flat: 'true',
    limit: '1',
    ...(under === undefined ? {} : { under }),
  });
  return within.toString();
}

/** Asks for what lies right below a place: by its id, or, for a field that takes paths, by its path and tier. */
export function belowOf(href: string, { value, level }: { value: string; level: string }): string {
  if (asked(href).get('by') !== 'path') return `limit=200&parent=${value}`;
  const next = tiers[tiers.indexOf(level) + 1] ?? level;
  return new URLSearchParams({ by: 'path', limit: '200', under: value, level: next }).toString();
}
