/** The import cannot begin or go on: usage, mapping, file or database. The message is one sentence for people; exit code 2. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/** One row cannot become a matter; the message is the reason that goes into the file of rejects. */
export class BadRow extends Error {
  override readonly name = 'BadRow';
}

/** What an error of the system says in its first line; for the end of a sentence. Looks at its shape: it may come from another realm. */
export function saidBy(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  const [first = ''] = String(isError ? error.message : error).split('\n');
  return first.replace(/[:.]$/, '');
}
