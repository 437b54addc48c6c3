import type { Demo } from './check.ts';
import { referencesIn } from './process.ts';
import type { DemoProcess, Input } from './process.ts';

/** What is wrong with the processes of the demo district: accounts, units and places that are not there. */
export function processFindings(demo: Demo): string[] {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    person: new Set(demo.people.map(({ account }) => account)),
    unit: new Set(demo.units.map(({ code }) => code)),
    place: new Set(demo.places.map(({ code }) => code)),
  };
  return demo.processes.flatMap((one) =>
    namedIn(one)
      .filter(({ kind, code }) => known[kind]?.has(code) !== true)
      .map(({ kind, code }) => `processes.json: ${one.key} names ${kind} ${code}, which is not there`),
  );
}

const namedIn = ({ who, input, steps }: DemoProcess) =>
  [{ who, input }, ...steps].flatMap((deed) => named(deed));

const named = ({ who, input }: { who: string; input: Input }) => [
  { kind: 'person', code: who },
  ...referencesIn(input),
];
