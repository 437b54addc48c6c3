// Writes apps/api/openapi.json: `npm run openapi`. Needs no database; a test tells when the file is out of date.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { readEnvironment } from './environment.ts';
import { describeApi } from './document.ts';
import { createApi } from './serve.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'minqing-openapi-'));
const key = path.join(folder, 'key');
writeFileSync(key, randomBytes(32));
const app = await createApi(
  readEnvironment({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    MINQING_MASTER_KEY_FILE: key,
    MINQING_LOG_LEVEL: 'silent',
  }),
);
const text = await format(JSON.stringify(describeApi(app)), { parser: 'json', printWidth: 110 });
writeFileSync(path.join('apps', 'api', 'openapi.json'), text);
await app.close();
rmSync(folder, { recursive: true, force: true });
