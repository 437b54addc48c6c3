// What must hold between the files of the demo district. Every finding is one sentence naming file and row.
import type { Course, DemoMatter, LaterField, Matters } from './matter.ts';
import type { DemoPerson, Kinds, People, Places, Units } from './records.ts';

export type Demo = Places & Units & People & Kinds & Matters;

const codes = (rows: readonly { code: string }[]) => new Set(rows.map((row) => row.code));

const twice = (file: string, keys: readonly string[]) =>
  keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${file}: ${key} is there twice`);

/** A sentence if `ref` is given and not known. */
const lost = (where: string, what: string, ref: string | null | undefined, known: ReadonlySet<string>) =>
  ref == null || known.has(ref) ? [] : [`${where} names ${what} ${ref}, which is not there`];

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

const handled: readonly LaterField[] = ['result'];
const judged: readonly LaterField[] = ['result', 'rating'];
const needs: Partial<Record<Course, readonly LaterField[]>> = {
  suspended: ['reason', 'term'],
  returnAsked: ['reason', 'returnCode'],
  extensionAsked: ['reason', 'term'],
  checking: handled,
  toTell: handled,
  rating: handled,
  callBack: handled,
  rehandling: judged,
  assessing: judged,
  archived: judged,
  notAccepted: ['reason'],
  merged: ['mergedInto'],
  withdrawn: ['reason'],
};

const unfinished = (matter: DemoMatter) =>
  (needs[matter.course] ?? [])
    .filter((field) => matter[field] === undefined)
    .map((field) => `matters.json: ${matter.key} is ${matter.course} and lacks ${field}`);

function matters(demo: Demo): string[] {
  const [placeCodes, kindCodes, unitCodes] = [codes(demo.places), codes(demo.kinds), codes(demo.units)];
  const accounts = new Set(demo.people.map((person) => person.account));
  return demo.matters.flatMap((matter, at) => {
    const { place, kind, reporter, takenBy, about, triage, mergedInto } = matter;
    const where = `matters.json: ${matter.key}`;
    const earlier = new Set(demo.matters.slice(0, at).map((other) => other.key));
    return [
      ...lost(where, 'place', place, placeCodes),
      ...lost(where, 'kind', kind, kindCodes),
      ...lost(where, 'account', 'account' in reporter ? reporter.account : undefined, accounts),
      ...lost(where, 'account', takenBy, accounts),
      ...[about, triage.lead, ...triage.coHandlers].flatMap((unit) => lost(where, 'unit', unit, unitCodes)),
      ...lost(where, 'earlier matter', mergedInto, earlier),
      ...unfinished(matter),
    ];
  });
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
      'units.json: memberships',
      demo.memberships.map(({ unit, place }) => `${unit} of ${place}`),
    ),
    ...[places, units, memberships, people, kinds, matters].flatMap((check) => check(demo)),
  ];
}
