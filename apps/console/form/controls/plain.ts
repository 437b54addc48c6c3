import type { Controls } from '../control.ts';
import { Choice, Choices, YesNo } from './chosen.tsx';
import { Files } from './files.tsx';
import { PlacePicker } from './place.tsx';
import { Term } from './term.tsx';
import { DateInput, NumberInput, Text, Words } from './written.tsx';

/** The native control for each kind of field: for residents, and where nothing richer is needed. */
export const plain: Controls = {
  text: Text,
  words: Words,
  number: NumberInput,
  yesNo: YesNo,
  choice: Choice,
  choices: Choices,
  date: DateInput,
  dateTime: DateInput,
  files: Files,
  place: PlacePicker,
  term: Term,
};
