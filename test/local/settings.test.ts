import path from 'node:path';
import { readSettings } from '../../apps/local/settings.ts';

describe('the settings', () => {
  it('have a default each', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      home: path.resolve('.minqing'),
      databaseUrl: undefined,
      temporalAddress: undefined,
      namespace: 'default',
    });
  });

  it('are taken from the environment', () => {
    const settings = readSettings({
      MINQING_PORT: '18080',
      MINQING_HOME: 'elsewhere',
      TEMPORAL_ADDRESS: 'temporal:7233',
    });
    expect(settings).toMatchObject({
      port: 18_080,
      home: path.resolve('elsewhere'),
      temporalAddress: 'temporal:7233',
    });
  });

  it('count an empty variable as not set', () => {
    expect(readSettings({ MINQING_PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 8080,
      databaseUrl: undefined,
    });
  });

  it.each(['eighty', '0', '65536', '80.5'])('refuse MINQING_PORT=%s by name', (port) => {
    expect(() => readSettings({ MINQING_PORT: port })).toThrow(`MINQING_PORT=${port} is not usable`);
  });
});
