import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

const largest = 20 * 1024 * 1024;

/** Opens a log to append to and answers its file descriptor; a log over 20 MiB is first put aside as `<name>.1`. */
export function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Runs `use` with the open log and closes it afterwards: the child has its own copy by then. */
export function withLog<T>(file: string, use: (descriptor: number) => T): T {
  const descriptor = openLog(file);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The last lines of a log, to be shown with a failure; empty when there is no log. */
export function tailOf(file: string, lines = 20): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8').trimEnd();
  return [
    `The end of ${file}:`,
    ...text
      .split('\n')
      .slice(-lines)
      .map((line) => `  ${line}`),
  ].join('\n');
}
