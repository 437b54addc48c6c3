import path from 'node:path';
import { ImportFault } from '../../apps/local/import/fault.ts';
import { readMapping } from '../../apps/local/import/mapping.ts';
import { MAPPING, mappingFile } from './hotline.ts';

const faultIn = (more: object | string): Promise<string> =>
  readMapping(mappingFile(more), 'm.yaml').then(
    () => 'none',
    (fault: unknown) => (fault instanceof ImportFault ? fault.message : `not a fault: ${String(fault)}`),
  );

describe('a mapping', () => {
  it('keeps every scalar as it is written: long codes, leading zeros, words like yes', async () => {
    const table = '{ 007: 150602001001001001, yes: no, 1.0: null }';
    const file = mappingFile(`
source: a
external: 1
opened: { column: 2 }
kind: { column: 3, table: ${table} }
place: { constant: 007 }
lead: { constant: x }
class: { constant: y }
words: '{4}'`);
    const mapping = await readMapping(file);
    expect(mapping.kind.table).toEqual({ '007': '150602001001001001', yes: 'no', '1.0': 'null' });
    expect([mapping.external, mapping.place.constant]).toEqual(['1', '007']);
    expect(mapping).toMatchObject({ delimiter: ',', way: 'system', channel: 'file', answerBy: 'system' });
  });

  it.each<[object, string]>([
    [{ source: 'A B' }, 'source: must be a name like boston-311'],
    [{ external: undefined }, 'external: '],
    [{ opened: { column: 'x', format: 'YYYY' } }, 'opened.format: must have YYYY, MM and DD'],
    [{ opened: { column: 'x', offset: 'Boston' } }, 'opened.offset: must be an offset like +08:00'],
    [{ kind: {} }, 'kind: must have either "constant" or "column"'],
    [{ kind: { constant: 'a', column: 'b' } }, 'kind: must have either "constant" or "column"'],
    [{ kind: { constant: 'a', table: { b: 'c' } } }, 'kind: "table" and "otherwise" belong to a column'],
    [{ place: { column: 'b', table: { c: ['d'] } } }, 'place.table.c: '],
    [{ place: { column: 'b', tabel: {} } }, 'place.tabel is not known'],
    [{ class: { constant: 'a' } }, 'class: there must be either "class" or "term"'],
    [{ term: undefined }, 'class: there must be either "class" or "term"'],
    [{ term: { constant: '5x' } }, 'term.constant: "5x" is not a term'],
    [{ term: { column: 'b', table: { c: '1d', d: '-1d' } } }, 'term.table.d: "-1d" is not a term'],
    [{ words: 'always the same' }, 'words: must have a column in braces'],
    [{ answerBy: 'pigeon' }, 'answerBy: '],
    [
      { town: { places: [{ ...MAPPING.town.places[0], code: 'a/b' }] } },
      'town.places.0.code: must be a code',
    ],
    [{ town: { kinds: [{ ...MAPPING.town.kinds[0], importance: '4' }] } }, 'town.kinds.0.importance: '],
  ])('with %j is refused, and the place is named', async (more, expected) => {
    const said = await faultIn(more);
    expect(said).toContain(`The mapping m.yaml has a fault: ${expected}`);
  });

  it('with several faults names them all in one sentence', async () => {
    const said = await faultIn({ source: '', words: 'none', surprise: 1 });
    expect(said).toMatch(/^The mapping m\.yaml has 3 faults: .*\.$/);
    for (const fault of ['source: ', 'words: ', 'surprise is not known']) expect(said).toContain(fault);
  });

  it('that is not YAML, or not there, is said to be so', async () => {
    expect(await faultIn('a: [')).toMatch(/^The mapping m\.yaml is not YAML: .*\.$/);
    expect(await faultIn('just words')).toContain('the whole document: ');
    const nowhere = path.join(path.dirname(mappingFile()), 'nowhere.yaml');
    await expect(readMapping(nowhere, 'nowhere.yaml')).rejects.toThrow(
      'The mapping nowhere.yaml cannot be read',
    );
  });
});
