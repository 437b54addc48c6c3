import { z } from 'zod';
import { Titled } from '../../api/matters.ts';
import { Whole } from './clock.ts';

/** The seven numbers 应 已 按期 超期 待 按期待 超期待, in the order in which they are read. */
export const stageNumbers = [
  'due',
  'done',
  'doneInTime',
  'doneLate',
  'pending',
  'pendingInTime',
  'pendingLate',
] as const;
export type StageNumber = (typeof stageNumbers)[number];

const Share = z.number().nullable();

export const StageLine = z.object({
  owner: Titled,
  numbers: z.record(z.enum(stageNumbers), z.int()),
  closingRate: Share,
  inTimeRate: Share,
});
export type StageLine = z.infer<typeof StageLine>;

export const Stages = z.object({
  from: z.string(),
  until: z.string(),
  whole: StageLine.nullable(),
  items: z.array(StageLine),
});
export type Stages = z.infer<typeof Stages>;

export const StageItem = z.object({
  id: z.string(),
  process: Whole,
  task: z.string().nullable(),
  hands: Titled.nullable(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  isLate: z.boolean(),
});
export type StageItem = z.infer<typeof StageItem>;
