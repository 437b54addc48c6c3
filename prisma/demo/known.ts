/** The codes of these rows. */
export const codes = (rows: readonly { code: string }[]) => new Set(rows.map((row) => row.code));

/** A sentence if `ref` is given and not known. */
export const lost = (
  where: string,
  what: string,
  ref: string | null | undefined,
  known: ReadonlySet<string>,
) => (ref == null || known.has(ref) ? [] : [`${where} names ${what} ${ref}, which is not there`]);
