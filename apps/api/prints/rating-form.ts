import type { Form } from '../documents/form.ts';
import { termOf } from '../documents/terms.ts';
import type { Language } from '../language.ts';
import type { Shown } from '../matters/shown.ts';
import { lastSaid } from './answers.ts';
import { identity } from './matter-parts.ts';
import { WORDS } from './matter-words.ts';

const GRADES = ['satisfied', 'basically', 'dissatisfied'] as const;

/** The rating form 评定表 [000]: three questions for whoever reported it. What he has said already is ticked. */
export function ratingForm(matter: Shown, language: Language): Omit<Form, 'imprint'> {
  const said = ratingIn(matter);
  const yesNo = (name: string) => [
    { title: WORDS.yes[language], isChosen: said[name] === 'yes' },
    { title: WORDS.no[language], isChosen: said[name] === 'no' },
  ];
  return {
    title: WORDS.ratingForm[language],
    parts: [
      { is: 'pairs', pairs: identity(matter, language) },
      { is: 'words', title: WORDS.said[language], text: matter.words, lines: 4 },
      { is: 'words', title: WORDS.result[language], text: lastSaid(matter, 'result'), lines: 4 },
      {
        is: 'choices',
        title: WORDS.questions[language],
        questions: [
          { ask: `1. ${WORDS.contacted[language]}`, choices: yesNo('contacted') },
          { ask: `2. ${WORDS.solved[language]}`, choices: yesNo('solved') },
          {
            ask: `3. ${WORDS.satisfied[language]}`,
            choices: GRADES.map((grade) => ({
              title: termOf('rating', grade, language) ?? '',
              isChosen: said['satisfaction'] === grade,
            })),
          },
        ],
      },
      { is: 'words', title: WORDS.opinion[language], text: textIn(said, 'words'), lines: 4 },
    ],
    notes: [WORDS.ratingNote[language]],
    signatures: [WORDS.rater[language], WORDS.day[language]],
  };
}

const textIn = (form: Readonly<Record<string, unknown>>, name: string): string | null => {
  const text = form[name];
  return typeof text === 'string' ? text : null;
};

/** What the only resident who was asked has said; where several were, the form is each one's own, and blank. */
function ratingIn({ tasks }: Shown): Readonly<Record<string, unknown>> {
  const [one, ...others] = tasks.filter(({ form }) => form !== null && 'satisfaction' in form);
  return others.length === 0 ? (one?.form ?? {}) : {};
}
