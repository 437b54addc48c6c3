import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openCourse } from '../course-given.ts';
import type { Course } from '../course/course.ts';
import { Action, Caller } from '../door/action.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { once } from '../idempotency/once.ts';
import type { Language } from '../language.ts';
import { Wanted } from '../wanted.ts';
import { auditedAt } from './audited.ts';
import { bundleOf, gathered } from './bundle.ts';
import type { Gathered } from './bundle.ts';
import { EXPORT } from './command-line.ts';
import { paperOf } from './paper.ts';

const types = { json: 'application/json; charset=utf-8', pdf: 'application/pdf' } as const;
type Format = keyof typeof types;

type Taking = { id: string; format: Format; subject: Subject; language: Language };

/** The file for a hearing. Who takes it away is written down, and stands in the course from then on. */
@Controller('api/v1/audits')
export class BundleController {
  constructor(@Inject(openCourse) private readonly course: Course) {}

  @Get(':id/bundle.json')
  @Action('audits:export', 'course')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/json')
  @ApiResponse({ status: 200, description: 'The whole record as canonical JSON, with what the checks found' })
  json(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return this.#take({ id, format: 'json', subject, language }, (all) => bundleOf(this.course, all));
  }

  @Get(':id/bundle.pdf')
  @Action('audits:export', 'course')
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, description: 'Course, deadlines and checks on paper' })
  pdf(@Param('id') id: string, @Caller() subject: Subject, @Wanted() language: Language) {
    return this.#take({ id, format: 'pdf', subject, language }, paperOf);
  }

  async #take(taking: Taking, make: (all: Gathered) => Promise<Buffer>): Promise<StreamableFile> {
    const { id, format, subject, language } = taking;
    const all = await gathered(this.course, await auditedAt(this.course, id, { subject, language }));
    const content = await make(all);
    await this.#note(taking);
    const file = encodeURIComponent(`${all.shown.number ?? all.shown.receipt ?? id}.${format}`);
    const disposition = `attachment; filename*=UTF-8''${file}`;
    return new StreamableFile(content, { type: types[format], disposition, length: content.length });
  }

  async #note({ id, format, subject }: Taking): Promise<void> {
    const role = subject.posts.find((post) => ['auditor', 'supervisor'].includes(post.role))?.role ?? '';
    const deed = {
      ...{ key: randomUUID(), subject: nameOf(subject), name: EXPORT, processId: id, raw: format },
      kept: async () => ({ format, role }),
    };
    await once(this.course.db, deed, z.object({}), async () => ({}));
  }
}
