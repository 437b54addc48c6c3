// What must hold between the files of the demo district. Every finding is one sentence naming file and row.
import { codes, lost } from './known.ts';
import type { Matters } from './matter.ts';
import { matterFindings } from './check-matters.ts';
import { processFindings } from './check-processes.ts';
import type { Processes } from './process.ts';
import type { DemoPerson, Kinds, People, Places, Units } from './records.ts';

export type Demo = Places & Units & People & Kinds & Matters & Processes;

const twice = (file: string, keys: readonly string[]) =>
  keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${file}: ${key} is there twice`);

const codeLength = { district: 6, subdistrict: 9, community: 12, estate: 15, building: 18 } as const;

function places(demo: Demo): string[] {
  return demo.places.flatMap(({ code, parent, level }) => {
    const fits = code.length === codeLength[level] && (parent === null || code.slice(0, -3) === parent);
    const isRoot = level === 'district' && parent === null;
    const shape =
      fits && isRoot === (parent === null) ? [] : [`places.json: ${code} does not fit its place in the tree`];
    return [...shape, ...lost(`places.json: ${code}`, 'parent', parent, codes(demo.places))];
  });
}

function units(demo: Demo): string[] {
  const [placeCodes, unitCodes] = [codes(demo.places), codes(demo.units)];
  return demo.units.flatMap(({ code, place, superior }) => [
    ...lost(`units.json: ${code}`, 'place', place, placeCodes),
    ...lost(`units.json: ${code}`, 'superior', superior, unitCodes),
  ]);
}

function memberships(demo: Demo): string[] {
  const subdistricts = codes(demo.places.filter(({ level }) => level === 'subdistrict'));
  const [unitCodes, powers] = [codes(demo.units), codes([...demo.groups, ...demo.kinds])];
  return demo.memberships.flatMap((row) => {
    const where = `units.json: the membership of ${row.unit}`;
    return [
      ...lost(where, 'unit', row.unit, unitCodes),
      ...lost(where, 'subdistrict', row.place, subdistricts),
      ...row.powers.flatMap((power) => lost(where, 'power', power, powers)),
    ];
  });
}

function people(demo: Demo): string[] {
  const [placeCodes, unitCodes] = [codes(demo.places), codes(demo.units)];
  const ofPerson = ({ account, posts }: DemoPerson) =>
    posts.flatMap(({ role, unit, place }) => [
      ...lost(`people.json: ${account}`, 'place', place, placeCodes),
      ...lost(`people.json: ${account}`, 'unit', unit, unitCodes),
      ...((unit === null) === (role === 'resident')
        ? []
        : [`people.json: ${account} needs a unit for ${role}`]),
    ]);
  const accounts = new Set(demo.people.map((person) => person.account));
  return [
    ...demo.people.flatMap(ofPerson),
    ...demo.absences.flatMap(({ account }) => lost('people.json: an absence', 'account', account, accounts)),
  ];
}

function kinds(demo: Demo): string[] {
  const [groupCodes, unitCodes] = [codes(demo.groups), codes(demo.units)];
  return demo.kinds.flatMap(({ code, group, lead }) => [
    ...lost(`kinds.json: ${code}`, 'group', group, groupCodes),
    ...lost(`kinds.json: ${code}`, 'unit', lead, unitCodes),
  ]);
}

/** All that is wrong with the demo district, a sentence each; empty when every reference exists. */
export function findings(demo: Demo): string[] {
  return [
    ...twice(
      'places.json',
      demo.places.map((row) => row.code),
    ),
    ...twice(
      'units.json',
      demo.units.map((row) => row.code),
    ),
    ...twice(
      'people.json',
      demo.people.map((row) => row.account),
    ),
    ...twice(
      'kinds.json',
      [...demo.groups, ...demo.kinds].map((row) => row.code),
    ),
    ...twice(
      'matters.json',
      demo.matters.map((row) => row.key),
    ),
    ...twice(
      'processes.json',
      demo.processes.map((row) => row.key),
    ),
    ...twice(
      'units.json: memberships',
      demo.memberships.map(({ unit, place }) => `${unit} of ${place}`),
    ),
    ...[places, units, memberships, people, kinds, matterFindings, processFindings].flatMap((check) =>
      check(demo),
    ),
  ];
}
