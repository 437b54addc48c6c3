import type { Demo } from './check.ts';
import { codes, lost } from './known.ts';
import type { Course, DemoMatter, LaterField } from './matter.ts';

const handled: readonly LaterField[] = ['result'];
const judged: readonly LaterField[] = ['result', 'rating'];
const needs: Partial<Record<Course, readonly LaterField[]>> = {
  suspended: ['reason', 'term'],
  returnAsked: ['reason', 'returnCode'],
  extensionAsked: ['reason', 'term'],
  extensionAskedAgain: ['reason', 'term'],
  checking: handled,
  toTell: handled,
  rating: handled,
  callBack: handled,
  rehandling: judged,
  assessing: judged,
  appealed: ['result', 'rating', 'reason'],
  archived: judged,
  notAccepted: ['reason'],
  merged: ['mergedInto'],
  withdrawn: ['reason'],
};

const unfinished = (matter: DemoMatter) =>
  (needs[matter.course] ?? [])
    .filter((field) => matter[field] === undefined)
    .map((field) => `matters.json: ${matter.key} is ${matter.course} and lacks ${field}`);

/** What is wrong with the matters: what they name and is not there, and what their course lacks. */
export function matterFindings(demo: Demo): string[] {
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
