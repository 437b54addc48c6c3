import { BadEnvironment, readEnvironment } from '../../apps/worker/environment.ts';

const least = { DATABASE_URL: 'postgres://u@h/db', MINQING_MASTER_KEY_FILE: 'master.key' };

describe('the surroundings of a worker', () => {
  it('need only a database and a key; the rest has defaults', () => {
    expect(readEnvironment(least)).toEqual({
      databaseUrl: 'postgres://u@h/db',
      temporal: { address: '127.0.0.1:7233', namespace: 'default' },
      masterKeyFiles: ['master.key'],
      mail: undefined,
      publicUrl: 'http://127.0.0.1:8080',
      cachedWorkflows: 500,
      workflowBundle: 'dist/workflow-bundle.js',
      logLevel: 'info',
    });
  });

  it.each([
    [
      'the public address, without a slash at its end',
      { MINQING_PUBLIC_URL: 'https://m.example/' },
      { publicUrl: 'https://m.example' },
    ],
    ['the port that the API has', { MINQING_PORT: '9000' }, { publicUrl: 'http://127.0.0.1:9000' }],
    [
      'nothing at all',
      { MINQING_SMTP_URL: '', MINQING_PUBLIC_URL: '', TEMPORAL_NAMESPACE: '' },
      { mail: undefined },
    ],
    ['no cache of workflows', { MINQING_WORKER_CACHE: '0' }, { cachedWorkflows: 0 }],
    [
      'several keys',
      { MINQING_MASTER_KEY_FILE: 'new.key, old.key' },
      { masterKeyFiles: ['new.key', 'old.key'] },
    ],
    [
      'a mail server and who mail is from',
      { MINQING_SMTP_URL: 'smtps://u:p@mail.example:465', MINQING_MAIL_FROM: '民情 <minqing@town.example>' },
      { mail: { url: 'smtps://u:p@mail.example:465', from: '民情 <minqing@town.example>' } },
    ],
  ])('can name %s', (_what, given, read) => {
    expect(readEnvironment({ ...least, ...given })).toMatchObject(read);
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'secret' }],
    ['MINQING_WORKER_CACHE', { MINQING_WORKER_CACHE: 'secret' }],
    ['TEMPORAL_ADDRESS', { TEMPORAL_ADDRESS: 'secret' }],
    ['MINQING_SMTP_URL', { MINQING_SMTP_URL: 'secret' }],
    ['MINQING_MAIL_FROM', { MINQING_SMTP_URL: 'smtp://secret@h' }],
    ['MINQING_MAIL_FROM', { MINQING_MAIL_FROM: 'secret' }],
    ['MINQING_MAIL_FROM', { MINQING_MAIL_FROM: 'a@b.example\r\nBcc: secret@b.example' }],
  ])('are refused naming %s, never what it holds', (name, given) => {
    const read = () => readEnvironment({ ...least, ...given });
    expect(read).toThrow(BadEnvironment);
    expect(read).toThrow(name);
    expect(read).not.toThrow('secret');
  });
});
