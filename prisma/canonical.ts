/**
 * One text for one JSON value: keys sorted, no blanks, `undefined` members left out, dates as ISO 8601.
 * Journal entries are compared and bodies are hashed in this form.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => sorted(inner)) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
