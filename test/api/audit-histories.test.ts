import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unexplained } from '../../apps/api/audits/causes.ts';
import { tell } from '../../apps/api/audits/tell.ts';
import { entriesIn, TemporalHistory } from '../../apps/api/audits/temporal-event.ts';
import { turnsOf } from '../../apps/api/audits/turns.ts';
import { processNamed } from '../../workflows/catalog.ts';
import { Entry } from '../../workflows/process/event.ts';
import { reduce } from '../../workflows/process/reduce.ts';
import type { State } from '../../workflows/process/state.ts';

const folder = 'test/replay/histories';

/** The events of a recorded history, the entries that they carry, and what those come to. */
function recorded(file: string) {
  const raw = JSON.parse(gunzipSync(readFileSync(`${folder}/${file}`)).toString());
  const { events } = TemporalHistory.parse(raw.history);
  const carried = new Map(events.flatMap(entriesIn).map((entry) => [entry.seq, Entry.parse(entry)]));
  const entries = [...carried.values()].sort((a, b) => a.seq - b.seq);
  const state = entries.reduce<State | undefined>((so, entry) => reduce(so, entry), undefined);
  if (state === undefined) throw new Error(`${file} carries no entry`);
  return { events, entries, state };
}

describe.each(readdirSync(folder))('the audit of the recorded history %s', (file) => {
  const { events, entries, state } = recorded(file);

  it('explains every entry by an act, a clock or a message, and finds the task that each came out of', () => {
    expect(unexplained(entries)).toEqual([]);
    const placed = turnsOf(events).flatMap((turn) => turn.entries);
    expect(placed.toSorted((a, b) => a - b)).toEqual(entries.map(({ seq }) => seq));
  });

  it.each([
    ['zh', /^(?=.*\p{Script=Han})(?!.*[a-z][A-Z])(?!.*[{}])/u],
    ['en', /^(?!.*\p{Script=Han})(?!.*[a-z][A-Z])(?!.*[{}]).+/u],
  ] as const)('tells every entry in words (%s)', (language, words) => {
    const telling = { language, definition: processNamed(state.process), state, named: () => undefined };
    const sentences = entries.map(({ event }) => tell(event, telling));
    expect(sentences.filter((sentence) => !words.test(sentence))).toEqual([]);
  });
});
