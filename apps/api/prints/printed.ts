import { applyDecorators, Header } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Limited } from '../door/limits.ts';

/** What holds for every route that prints: a PDF file, kept by nobody, and not too often, for printing takes its time. */
export const Printed = (description: string): MethodDecorator =>
  applyDecorators(
    Limited({ times: 30, seconds: 60 }),
    Header('cache-control', 'private, no-store'),
    ApiProduces('application/pdf'),
    ApiResponse({ status: 200, description }),
  );
