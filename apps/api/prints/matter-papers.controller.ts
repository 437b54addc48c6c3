import { Controller, Get, Inject, Param } from '@nestjs/common';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { pdfOfForm } from '../documents/form.ts';
import { Action, Caller } from '../door/action.ts';
import { resourceOf } from '../door/resource.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { sightOf } from '../matters/reveal.ts';
import { viewMatter } from '../matters/view.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { imprintFor } from './imprint.ts';
import { paperNamed } from './matter-papers.ts';
import { paper } from './papers.ts';
import { Printed } from './printed.ts';

/** Record card, record form and rating form of a matter, from what the caller may see of it. */
@Controller('api/v1/matters')
export class MatterPapersController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id/papers/:name.pdf')
  @Action('matters:read', 'matter')
  @Printed('A paper of the matter: record-card, record-form or rating-form')
  async print(
    @Param('id') id: string,
    @Param('name') name: string,
    @Caller() subject: Subject,
    @Wanted() language: Language,
  ) {
    const resource = await resourceOf(this.course.db, 'matter', id);
    const found = resource && paperNamed(sightOf(subject, resource), name);
    if (found === undefined) throw new NotFound();
    const matter = await viewMatter(this.course, id, { subject, language });
    const form = found.lay(matter, language);
    const content = await pdfOfForm({ ...form, imprint: imprintFor(subject, language) }, language);
    return paper(content, `${found.title[language]} ${matter.number ?? matter.receipt}`);
  }
}
