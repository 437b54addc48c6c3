import { Controller, Get, Header, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { partsOf } from '../../../prisma/project/course.ts';
import { Answers } from '../answers.ts';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { pdfOfLetter } from '../documents/letter.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { NotFound } from '../refusal.ts';
import { Wanted } from '../wanted.ts';
import { viewItem } from './item.ts';
import { ItemQuery, listItems } from './items.ts';
import { letterOf } from './printing.ts';
import { ItemPage, ItemWithActions } from './shown.ts';

/** The things on the lists of all processes: something said, a need, a problem, a called department, a letter. */
@Controller('api/v1/items')
export class ItemsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get()
  @Action('items:list')
  @Answers(200, ItemPage, 'The things on lists that I may see, the latest first')
  list(
    @Caller() subject: Subject,
    @Query({ schema: ItemQuery }) query: z.infer<typeof ItemQuery>,
    @Wanted() language: Language,
  ) {
    return listItems(this.course.db, subject, query, language);
  }

  @Get(':id')
  @Action('items:read', 'item')
  @Answers(200, ItemWithActions, 'The thing, and what I may do about it')
  read(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return viewItem(this.course, id, { subject, language });
  }

  /** For an item that is a letter: the same file whenever it is printed. */
  @Get(':id/letter.pdf')
  @Action('items:print', 'item')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, description: 'The letter in its usual form, to be sealed and sent' })
  async letter(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    const parts = partsOf(id);
    if (parts === undefined) throw new NotFound();
    const letter = await letterOf(this.course, parts.processId, parts.localId, { subject, language });
    const content = await pdfOfLetter(letter, language);
    return new StreamableFile(content, {
      type: 'application/pdf',
      disposition: 'inline',
      length: content.length,
    });
  }
}
