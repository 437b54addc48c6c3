/** A rectangle in the units of the field it stands in. */
export type Tile = { x: number; y: number; width: number; height: number };

/**
 * Divides a field into tiles of these sizes, in their order, as near to squares as may be (Bruls, Huizing and van Wijk,
 * "Squarified Treemaps", 2000). Sizes must be above 0 and come largest first.
 */
export function squarify(sizes: readonly number[], width: number, height: number): Tile[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const areas = sizes.map((size) => (size / total) * width * height);
  const tiles: Tile[] = [];
  let field: Tile = { x: 0, y: 0, width, height };
  let rest = areas;
  while (rest.length > 0) {
    const row = rowOf(rest, Math.min(field.width, field.height));
    const [laid, left] = layRow(row, field);
    tiles.push(...laid);
    field = left;
    rest = rest.slice(row.length);
  }
  return tiles;
}

/** As many of the next areas as make the row along a side better, not worse. */
function rowOf(areas: readonly number[], side: number): readonly number[] {
  let count = 1;
  while (count < areas.length && worst(areas.slice(0, count + 1), side) <= worst(areas.slice(0, count), side))
    count += 1;
  return areas.slice(0, count);
}

/** How far from a square the worst tile of a row is: 1 is a square. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((all, area) => all + area, 0);
  const thick = sum / side;
  return Math.max(...row.map((area) => Math.max(area / thick / thick, (thick * thick) / area)));
}

/** A row along the shorter side, and the field that is left. */
function layRow(row: readonly number[], field: Tile): [Tile[], Tile] {
  const sum = row.reduce((all, area) => all + area, 0);
  const isStanding = field.width >= field.height;
  const thick = sum / (isStanding ? field.height : field.width);
  let along = 0;
  const laid = row.map((area): Tile => {
    const long = area / thick;
    const tile = isStanding
      ? { x: field.x, y: field.y + along, width: thick, height: long }
      : { x: field.x + along, y: field.y, width: long, height: thick };
    along += long;
    return tile;
  });
  const left = isStanding
    ? { ...field, x: field.x + thick, width: field.width - thick }
    : { ...field, y: field.y + thick, height: field.height - thick };
  return [laid, left];
}
