import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadDemoData, readDemo, sound } from '../../prisma/demo/read.ts';
import { demo } from './district.ts';

describe('the reader', () => {
  const first = <T>([row]: readonly T[], change: Partial<T>): T => ({ ...row!, ...change });

  it.each([
    [
      'a place outside the tree',
      { places: [first(demo.places.slice(1), { parent: '15' }), ...demo.places.slice(2)] },
    ],
    ['an unknown superior', { units: [first(demo.units, { superior: 'nobody' }), ...demo.units.slice(1)] }],
    ['a power over nothing', { memberships: [first(demo.memberships, { powers: ['nothing'] })] }],
    ['a member of a community', { memberships: [first(demo.memberships, { place: '150602001001' })] }],
    ['a member twice', { memberships: [...demo.memberships, ...demo.memberships.slice(0, 1)] }],
    ['an unknown group', { kinds: [first(demo.kinds, { group: 'nothing' }), ...demo.kinds.slice(1)] }],
    ['a person twice', { people: [...demo.people, ...demo.people.slice(0, 1)] }],
    ['an unknown account', { absences: [first(demo.absences, { account: 'no.body' })] }],
    ['an unknown kind', { matters: [first(demo.matters, { kind: 'no.kind' }), ...demo.matters.slice(1)] }],
    [
      'a step of nobody',
      { processes: [first(demo.processes, { steps: [{ who: 'no.body', act: 'act', input: {} }] })] },
    ],
    ['a unit in a form', { processes: [first(demo.processes, { input: { unit: '@unit nobody' } })] }],
    ['a process twice', { processes: [...demo.processes, ...demo.processes.slice(0, 1)] }],
    [
      'a course without its facts',
      { matters: [first(demo.matters, { course: 'suspended' }), ...demo.matters.slice(1)] },
    ],
  ])('refuses %s', (_, change) => {
    expect(() => sound({ ...demo, ...change })).toThrow(BadDemoData);
  });

  it('says in one error which rows are wrong', () => {
    const matters = [first(demo.matters, { place: '999', takenBy: 'no.body' })];
    expect(() => sound({ ...demo, matters })).toThrow(/m01 names place 999.*\n.*m01 names account no\.body/);
  });

  it.each([
    ['is no JSON', '{', /units\.json: SyntaxError/],
    ['does not fit its schema', '{"units":[{"code":"gov"}]}', /units\.json: units\.0\.kind/],
  ])('names the file that %s', async (_, text, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-'));
    await cp('prisma/demo', folder, { recursive: true });
    await writeFile(join(folder, 'units.json'), text);
    await expect(readDemo(folder)).rejects.toThrow(message);
    await rm(folder, { recursive: true });
  });
});
