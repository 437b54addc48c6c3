import { Controller, Get, Inject, Param } from '@nestjs/common';
import { z } from 'zod';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { pdfOfCards } from '../documents/cards.ts';
import type { Card } from '../documents/cards.ts';
import { pdfOfTable } from '../documents/pdf.ts';
import { Action, Caller } from '../door/action.ts';
import { decide } from '../door/decide.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { contactCard } from './contact-card.ts';
import { imprintFor } from './imprint.ts';
import { leaflet } from './leaflet.ts';
import { paper, PaperLink, paperLinks } from './papers.ts';
import { placeNamed } from './place.ts';
import { WORDS } from './place-words.ts';
import { Printed } from './printed.ts';
import { projectList } from './project-list.ts';

const forAll = { leaflet: WORDS.leaflet, 'contact-card': WORDS.contactCard };
const forStaff = { ...forAll, 'project-list': WORDS.projectList };

/** The papers of a place: leaflet and contact card are for everybody, the list of projects for whoever may print them. */
@Controller('api/v1/places')
export class PlacePapersController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id/papers')
  @Action('reference:read')
  @Answers(200, z.object({ items: z.array(PaperLink) }), 'What I may print of this place')
  async list(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    await placeNamed(this.course.db, id, language);
    const titles = decide(subject, 'processes:print').may ? forStaff : forAll;
    return { items: paperLinks(`/api/v1/places/${id}`, titles, language) };
  }

  @Get(':id/papers/leaflet.pdf')
  @Action('reference:read')
  @Printed('How to report something here, and what happens then')
  async leaflet(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const place = await placeNamed(this.course.db, id, language);
    return cards(await leaflet(this.course.db, place, language), subject, language);
  }

  @Get(':id/papers/contact-card.pdf')
  @Action('reference:read')
  @Printed('Who serves this place')
  async contactCard(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const place = await placeNamed(this.course.db, id, language);
    return cards(await contactCard(this.course.db, place, language), subject, language);
  }

  @Get(':id/papers/project-list.pdf')
  @Action('processes:print')
  @Printed('What is in hand for this place')
  async projectList(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const place = await placeNamed(this.course.db, id, language);
    const table = await projectList(this.course, place, { subject, language });
    const imprint = imprintFor(subject, language);
    return paper(await pdfOfTable({ ...table, imprint }, language), `${table.title} ${place.title}`);
  }
}

async function cards(card: Omit<Card, 'imprint'>, subject: Subject, language: Language) {
  const content = await pdfOfCards({ ...card, imprint: imprintFor(subject, language) }, language);
  return paper(content, `${card.title} ${card.subtitle}`);
}
