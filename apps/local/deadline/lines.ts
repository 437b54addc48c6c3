import { once } from 'node:events';
import type { Io } from '../cli.ts';

const BATCH = 64 * 1024;

/**
 * Answers every line in order. When one cannot be answered, what came before it is written first; then its error is thrown.
 */
export async function answerLines(
  { stdin, stdout }: Io,
  answer: (line: string, number: number) => Promise<string>,
): Promise<void> {
  let waiting = '';
  let number = 0;
  try {
    for await (const line of linesOf(stdin)) {
      number += 1;
      if (line.trim() === '') continue;
      waiting += `${await answer(line, number)}\n`;
      if (waiting.length < BATCH) continue;
      const batch = waiting;
      waiting = '';
      await write(stdout, batch);
    }
  } finally {
    await write(stdout, waiting);
  }
}

async function* linesOf(stdin: NodeJS.ReadableStream): AsyncGenerator<string> {
  stdin.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stdin) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function write(stdout: NodeJS.WritableStream, text: string): Promise<void> {
  if (text !== '' && !stdout.write(text)) await once(stdout, 'drain');
}
