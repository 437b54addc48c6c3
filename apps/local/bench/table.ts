/** A table as Markdown; numbers stand to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumber = head.map((_title, i) => rows.every((row) => typeof row[i] === 'number' || row[i] === ''));
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(isNumber.map((is) => (is ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

/** Milliseconds as people read them. */
export const ms = (n: number): number => (n < 10 ? Math.round(n * 10) / 10 : Math.round(n));
