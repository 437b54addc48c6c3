import { Controller, Get, Inject, Param } from '@nestjs/common';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { pdfOfReport } from '../documents/pdf.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { reportOf } from '../processes/printing.ts';
import { Wanted } from '../wanted.ts';
import { imprintFor } from './imprint.ts';
import { paper } from './papers.ts';
import { Printed } from './printed.ts';

/** The report of a process: all of its lists under one title, whatever lists its kind has. */
@Controller('api/v1/processes')
export class ProcessPapersController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id/papers/report.pdf')
  @Action('processes:print', 'process')
  @Printed('All lists of the process, one after the other')
  async report(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const report = await reportOf(this.course, id, { subject, language });
    const content = await pdfOfReport({ ...report, imprint: imprintFor(subject, language) }, language);
    return paper(content, `${report.title} ${report.subtitle ?? ''}`);
  }
}
