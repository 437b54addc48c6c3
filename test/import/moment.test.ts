import fc from 'fast-check';
import { isFormat, momentReader } from '../../apps/local/import/moment.ts';

describe('a time in a row', () => {
  it.each([
    ['MM/DD/YYYY hh:mm:ss A', '01/26/2015 10:23:15 AM', '2015-01-26T15:23:15Z'],
    ['MM/DD/YYYY hh:mm:ss A', '01/26/2015 12:00:00 AM', '2015-01-26T05:00:00Z'],
    ['MM/DD/YYYY hh:mm:ss A', '12/31/2015 12:59:59 pm', '2015-12-31T17:59:59Z'],
    ['M/D/YYYY H:mm', '2/3/2015 7:05', '2015-02-03T12:05:00Z'],
    ['YYYY年M月D日 Ah:mm', '2024年2月29日 下午3:30', '2024-02-29T20:30:00Z'],
    ['YYYYMMDDHHmmss', '20240131235959', '2024-02-01T04:59:59Z'],
    ['[on] DD.MM.YYYY', 'on 01.02.2024', '2024-02-01T05:00:00Z'],
    ['YYYY/MM/DD HH:mm Z', '2024/02/01 08:00 +08:00', '2024-02-01T00:00:00Z'],
    ['MM/DD/YYYY', '2024-02-01T08:00:00Z', '2024-02-01T08:00:00Z'],
    ['MM/DD/YYYY', '2024-02-01T08:00:00.250+08:00', '2024-02-01T00:00:00Z'],
    ['MM/DD/YYYY', '2024-02-01 08:00', '2024-02-01T13:00:00Z'],
  ])('written as %s, %s is %s at -05:00', (format, text, expected) => {
    expect(momentReader(format)(text, '-05:00')).toEqual(new Date(expected));
  });

  it.each([
    ['MM/DD/YYYY hh:mm:ss A', '26/01/2015 10:23:15 AM'],
    ['MM/DD/YYYY hh:mm:ss A', '01/26/2015 13:23:15 PM'],
    ['MM/DD/YYYY hh:mm:ss A', '01/26/2015 00:23:15 AM'],
    ['MM/DD/YYYY hh:mm:ss A', '01/26/2015 10:23:15'],
    ['YYYY-MM-DD', '2015-02-29'],
    ['YYYY-MM-DD', '2015-00-10'],
    ['YYYY-MM-DD HH:mm', '2015-02-28 24:00'],
    ['YYYY-MM-DD HH:mm', '2015-02-28 10:60'],
    ['YYYY.MM.DD', '2015x02x28'],
    ['YYYY-MM-DD', ''],
    ['YYYY-MM-DD', '2015-02-28 tomorrow'],
  ])('written as %s, %s is none', (format, text) => {
    expect(momentReader(format)(text, '-05:00')).toBeUndefined();
  });

  it('comes back from every format as it went in', () => {
    const pad = (n: number, width = 2) => String(n).padStart(width, '0');
    const seconds = fc.date({
      min: new Date('1970-01-02'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(seconds, (any) => {
        const at = new Date(Math.floor(any.getTime() / 1000) * 1000);
        const [hour, half] = [at.getUTCHours(), at.getUTCHours() % 12 || 12];
        const date = `${pad(at.getUTCMonth() + 1)}/${pad(at.getUTCDate())}/${at.getUTCFullYear()}`;
        const rest = `${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`;
        const noon = hour < 12 ? 'AM' : 'PM';
        const read = (format: string, text: string) => momentReader(format)(text, '+00:00');
        expect(read('MM/DD/YYYY hh:mm:ss A', `${date} ${pad(half)}:${rest} ${noon}`)).toEqual(at);
        expect(read('MM/DD/YYYY HH:mm:ss', `${date} ${pad(hour)}:${rest}`)).toEqual(at);
      }),
    );
  });
});

it.each([
  ['YYYY-MM-DD', true],
  ['MM/DD/YYYY hh:mm:ss A', true],
  ['YYYY-MM', false],
  ['YYYY-MM-DD hh:mm', false],
  ['YYYY-MM-DD HH:mm A', false],
  ['YYYY-MM-DD hh:HH A', false],
  ['YYYY-MM-DD DD', false],
  ['tomorrow', false],
])('%s can be the format of a time: %s', (format, expected) => expect(isFormat(format)).toBe(expected));
