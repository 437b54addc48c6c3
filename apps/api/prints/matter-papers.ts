import type { Title } from '../../../workflows/process/field.ts';
import type { Form } from '../documents/form.ts';
import type { Language } from '../language.ts';
import type { Sight } from '../matters/reveal.ts';
import type { Shown } from '../matters/shown.ts';
import { recordCard, recordForm } from './matter-forms.ts';
import { WORDS } from './matter-words.ts';
import { paperLinks } from './papers.ts';
import type { PaperLink } from './papers.ts';
import { ratingForm } from './rating-form.ts';

type Lay = (matter: Shown, language: Language) => Omit<Form, 'imprint'>;
type Paper = { title: Title; lay: Lay };

const ratings: Readonly<Record<string, Paper>> = {
  'rating-form': { title: WORDS.ratingForm, lay: ratingForm },
};

/**
 * Which papers of a matter somebody may print, by how much of it he sees: staff all of them, who reported it the rating
 * form, a deputy none.
 */
const papers: Readonly<Record<Sight, Readonly<Record<string, Paper>>>> = {
  all: {
    'record-card': { title: WORDS.recordCard, lay: recordCard },
    'record-form': { title: WORDS.recordForm, lay: recordForm },
    ...ratings,
  },
  own: ratings,
  facts: {},
};

/** The paper of that name for somebody with this sight; undefined where there is none for him. */
export const paperNamed = (sight: Sight, name: string): Paper | undefined =>
  Object.hasOwn(papers[sight], name) ? papers[sight][name] : undefined;

/** What somebody with this sight may print of a matter. */
export const papersOf = (id: string, sight: Sight, language: Language): PaperLink[] => {
  const titles = Object.entries(papers[sight]).map(([name, { title }]) => [name, title] as const);
  return paperLinks(`/api/v1/matters/${id}`, Object.fromEntries(titles), language);
};
