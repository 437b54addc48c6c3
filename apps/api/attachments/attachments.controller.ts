import {
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-fastify/multipart';
import type { UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openDatabase } from '../../../prisma/client.ts';
import type { Database } from '../../../prisma/client.ts';
import { newId } from '../../../prisma/id.ts';
import { open, seal } from '../../../prisma/seal.ts';
import { Answers } from '../answers.ts';
import { Action, Caller } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import { nameOf } from '../door/subject.ts';
import type { Subject } from '../door/subject.ts';
import { Key, NeedsKey } from '../idempotency/key.ts';
import { once } from '../idempotency/once.ts';
import { BadRequest, NotFound } from '../refusal.ts';
import { fitToKeep } from './picture.ts';

const MEGABYTES = 10;

const limits = { fileSize: MEGABYTES * 1_048_576, files: 1, fields: 4 };

const AttachmentShown = z.object({ id: z.uuid(), mime: z.string(), bytes: z.int(), href: z.string() });

const form = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@Controller('api/v1/attachments')
export class AttachmentsController {
  constructor(@Inject(openDatabase) private readonly db: Database) {}

  /** Handed in before there is a matter; the intake or the act that names its id takes it over. */
  @Post()
  @Action('attachments:add')
  @Limited({ times: 60, seconds: 60 })
  @UseInterceptors(FileInterceptor('file', { limits }))
  @NeedsKey()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @Answers(201, AttachmentShown, 'The file is kept: JPEG, PNG, WebP (made anew) or PDF, at most 10 MB')
  async add(
    @Key() key: string,
    @Caller() subject: Subject,
    @UploadedFile() file: UploadedMultipartFile | undefined,
  ) {
    const raw = contentOf(file);
    const { mime, content } = await fitToKeep(raw);
    const id = newId();
    const deed = { key, subject: nameOf(subject), name: 'addAttachment', processId: id, raw: sha256(raw) };
    return once(this.db, deed, AttachmentShown, async (tx) => {
      const { keyId, nonce, sealed } = seal(this.db.keys, content, `attachment ${id}`);
      await tx.query(
        `insert into attachment (id, purpose, mime, bytes, sha256, key_id, nonce, sealed, author_id)
         values ($1, 'proof', $2, $3, $4, $5, $6, $7, $8)`,
        [id, mime, content.length, sha256(content), keyId, nonce, sealed, subject.personId],
      );
      return { id, mime, bytes: content.length, href: `/api/v1/attachments/${id}` };
    });
  }

  /** Never shown inside a page of ours: a file from outside must not run there. */
  @Get(':id')
  @Action('attachments:read', 'attachment')
  async read(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const row = await this.db.prisma.attachment.findUnique({ where: { id } });
    if (row === null) throw new NotFound();
    const sealed = { keyId: row.keyId, nonce: Buffer.from(row.nonce), sealed: Buffer.from(row.sealed) };
    const content = open(this.db.keys, sealed, `attachment ${id}`);
    void reply.headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=3600',
    });
    const disposition = row.mime.startsWith('image/') ? 'inline' : 'attachment';
    return new StreamableFile(content, { type: row.mime, disposition, length: content.length });
  }
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

function contentOf(file: UploadedMultipartFile | undefined): Buffer {
  if (file?.buffer === undefined) throw new BadRequest('file-missing');
  if (file.size === 0) throw new BadRequest('file-empty');
  return file.buffer;
}
