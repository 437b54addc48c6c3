import { applyDecorators, Get, Header } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Action } from '../door/action.ts';
import { Limited } from '../door/limits.ts';
import type { Action as Right } from '../door/right.ts';
import { TYPES } from './file.ts';

/** A route that gives a list as a file, by the right that the list itself asks for. */
export const Exported = (list: string, right: Right): MethodDecorator =>
  applyDecorators(
    Get(`${list}.:format`),
    Action(right),
    Limited({ times: 30, seconds: 60 }),
    Header('cache-control', 'private, no-store'),
    ApiProduces(...Object.values(TYPES)),
    ApiResponse({ status: 200, description: 'All that the filters leave, as CSV or as a workbook' }),
  );
