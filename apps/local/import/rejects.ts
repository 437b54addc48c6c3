import { type FileHandle, open } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { ImportFault, saidBy } from './fault.ts';
import type { Line } from './sheet.ts';

/** Where rejected rows go with line and reason; made at the first one, so that no file means none. */
export class Rejects {
  #handle: FileHandle | undefined;

  /** Removes what an earlier run left there. Without a file nothing is written. */
  constructor(
    private readonly file: string | undefined,
    private readonly columns: readonly string[],
  ) {
    if (file !== undefined) rmSync(file, { force: true });
  }

  async add({ number, cells }: Line, reason: string): Promise<void> {
    if (this.file === undefined) return;
    this.#handle ??= await this.#open(this.file);
    await this.#handle.appendFile(stringify([[String(number), reason, ...cells].map(harmless)]));
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  /** Readable by its owner only: rows may hold names and numbers. The byte order mark is for Excel. */
  async #open(file: string): Promise<FileHandle> {
    try {
      const handle = await open(file, 'w', 0o600);
      await handle.appendFile(stringify([['line', 'reason', ...this.columns].map(harmless)], { bom: true }));
      return handle;
    } catch (error) {
      throw new ImportFault(`The file of rejects cannot be written: ${saidBy(error)}.`, { cause: error });
    }
  }
}

/** A spreadsheet would run a cell that begins so; a plain number it may begin with its sign. */
const harmless = (cell: string): string =>
  /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^[+-]?\d+([.]\d+)?$/.test(cell) ? `'${cell}` : cell;
