import { BadEnvironment, readEnvironment } from '../../apps/api/environment.ts';
import { languageOf } from '../../apps/api/language.ts';

const least = { DATABASE_URL: 'postgres://minqing@127.0.0.1/minqing', MINQING_MASTER_KEY_FILE: 'master.key' };

describe('the environment', () => {
  it('needs a database and a master key, and has a default for everything else', () => {
    expect(readEnvironment(least)).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      temporal: { address: '127.0.0.1:7233', namespace: 'default' },
      masterKeyFiles: ['master.key'],
      lock: { after: 5, minutes: 15 },
    });
  });

  it('takes older master keys after the current one', () => {
    expect(readEnvironment({ ...least, MINQING_MASTER_KEY_FILE: 'new.key, old.key' }).masterKeyFiles).toEqual(
      ['new.key', 'old.key'],
    );
  });

  it.each([
    ['DATABASE_URL', undefined, /^DATABASE_URL is not set/],
    ['DATABASE_URL', 'mysql://secret@host/db', /^DATABASE_URL must be an address like postgres:/],
    ['MINQING_PORT', 'eighty', /^MINQING_PORT must be a port between 0 and 65535\.$/],
    ['MINQING_PORT', '70000', /^MINQING_PORT must be a port/],
    ['TEMPORAL_ADDRESS', 'nowhere', /^TEMPORAL_ADDRESS must be host:port\.$/],
    ['MINQING_LOCK_AFTER', '0', /^MINQING_LOCK_AFTER must be a whole number from 1 up\.$/],
    ['MINQING_MASTER_KEY_FILE', undefined, /^MINQING_MASTER_KEY_FILE is not set/],
  ])('says in one sentence what is wrong with %s=%s, without the value', (name, value, sentence) => {
    const read = () => readEnvironment({ ...least, [name]: value });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(/secret/);
  });

  it('tells every fault at once', () => {
    expect(() => readEnvironment({})).toThrow(BadEnvironment);
    expect(() => readEnvironment({})).toThrow(/DATABASE_URL[^]*\n[^]*MINQING_MASTER_KEY_FILE/);
  });
});

describe('the language', () => {
  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr-FR', 'zh'],
    ['en;q=0.3, zh-TW;q=0.7', 'zh'],
    ['*', 'zh'],
    ['en;q=0', 'zh'],
    [';;,,q=', 'zh'],
  ])('of Accept-Language %s is %s', (header, expected) => {
    expect(languageOf(header)).toBe(expected);
  });
});
