// Papers: three cards, two forms and one list 三卡两表一清单 [000], and the report of a process, printed from what is known.
// What the house does not know stays a blank to be filled in by hand; nothing is made up.
import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import type { Title } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';

/** A paper that can be printed: its address gives a PDF file. */
export const PaperLink = z.object({ name: z.string(), title: z.string(), href: z.string() });
export type PaperLink = z.infer<typeof PaperLink>;

/** Links to the papers of something, by their names. */
export const paperLinks = (
  below: string,
  titles: Readonly<Record<string, Title>>,
  language: Language,
): PaperLink[] =>
  Object.entries(titles).map(([name, title]) => ({
    ...{ name, title: title[language], href: `${below}/papers/${name}.pdf` },
  }));

/** A paper on its way: shown in the browser, and named in the reader's language when it is saved. */
export const paper = (content: Buffer, title: string): StreamableFile =>
  new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `inline; filename="paper.pdf"; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
    length: content.length,
  });
