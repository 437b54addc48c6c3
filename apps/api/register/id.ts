import { Param } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { NotFound } from '../refusal.ts';

/** Ids are UUIDs: anything else names nothing. */
const known: PipeTransform = {
  transform(value: unknown) {
    const id = z.uuid().safeParse(value);
    if (!id.success) throw new NotFound();
    return id.data;
  },
};

/** The `id` of the address. */
export const Id = (): ParameterDecorator => Param('id', known);
