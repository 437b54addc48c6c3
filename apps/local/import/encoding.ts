import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Byte order marks of what Excel saves as "Unicode text". */
const MARKS: readonly (readonly [mark: string, encoding: string])[] = [
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** UTF-8 where every byte of a file is UTF-8, with or without a mark; UTF-16 where its mark says so; else GB18030 国标. */
export async function encodingOf(file: string): Promise<string> {
  const head = await firstBytes(file, 2);
  const [, marked] = MARKS.find(([mark]) => head.toString('hex') === mark) ?? [];
  return marked ?? ((await isUtf8(file)) ? 'utf-8' : 'gb18030');
}

/** The first bytes of a file, fewer where it has no more. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function isUtf8(file: string): Promise<boolean> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) strict.decode(chunk, { stream: true });
    strict.decode();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
