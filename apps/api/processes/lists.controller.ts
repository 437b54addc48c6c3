import { Controller, Get, Header, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { csvOf } from '../documents/csv.ts';
import { pdfOfTable } from '../documents/pdf.ts';
import type { DocumentTable } from '../documents/table.ts';
import { xlsxOf } from '../documents/xlsx.ts';
import { Action, Caller } from '../door/action.ts';
import type { Subject } from '../door/subject.ts';
import type { Language } from '../language.ts';
import { imprintFor } from '../prints/imprint.ts';
import { Wanted } from '../wanted.ts';
import { tableOf } from './printing.ts';

const FormatQuery = z.object({ format: z.enum(['json', 'xlsx', 'csv', 'pdf']).default('json') });
type Format = z.infer<typeof FormatQuery>['format'];

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const;

/** Makes the file of each format. */
const makers: Readonly<
  Record<Exclude<Format, 'json'>, (table: DocumentTable, language: Language) => Promise<Buffer>>
> = {
  xlsx: xlsxOf,
  csv: async (table) => Buffer.from(csvOf(table)),
  pdf: pdfOfTable,
};

/** The lists of a process in the usual form: read, printed, or taken away as a workbook or CSV. */
@Controller('api/v1/processes')
export class ListsController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id/lists/:name')
  @Action('processes:print', 'process')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/json', ...Object.values(types))
  @ApiResponse({
    status: 200,
    description: 'The list: title, columns and rows, or the file that `format` asks for',
  })
  async list(
    @Param('id') id: string,
    @Param('name') name: string,
    @Caller() subject: Subject,
    @Query({ schema: FormatQuery }) { format }: z.infer<typeof FormatQuery>,
    @Wanted() language: Language,
  ) {
    const table = await tableOf(this.course, id, name, { subject, language });
    if (format === 'json') return table;
    const imprint = imprintFor(subject, language);
    const content = await makers[format]({ ...table, imprint }, language);
    const file = encodeURIComponent(`${table.title}.${format}`);
    const disposition = `${format === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${file}`;
    return new StreamableFile(content, { type: types[format], disposition, length: content.length });
  }
}
