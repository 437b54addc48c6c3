import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of one installation: everything that it must not lose, and its logs. */
export type Home = { folder: string; file: (name: string) => string; log: (name: string) => string };

/** Opens the data folder, making it when it is not there. Files with secrets in it are readable by their owner only. */
export function openHome(folder: string): Home {
  mkdirSync(path.join(folder, 'logs'), { recursive: true });
  return {
    folder,
    file: (name) => path.join(folder, name),
    log: (name) => path.join(folder, 'logs', `${name}.log`),
  };
}

/** A secret of this home: made at the first start, the same ever after. Answers its bytes. */
export function keepSecret(home: Home, name: string, bytes = 32): Buffer {
  const file = home.file(name);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(bytes), { mode: 0o600 });
    renameSync(`${file}.new`, file); // a start cut short leaves no half a secret
  }
  return readFileSync(file);
}
