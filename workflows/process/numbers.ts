import type { z } from 'zod';
import type { PolicySnapshot } from '../rules/policy.ts';
import type { Scene } from './definition.ts';

/** The town's numbers for the process that the scene shows; what its pack does not say has the schema's default. */
export const numbersIn = <S extends z.ZodType>({ policy, state }: Scene, numbers: S): z.output<S> =>
  numbers.parse(policy.processes?.[state.process] ?? {});

/** Whether the town runs a process: its pack lists it. */
export const runs = ({ processes = {} }: PolicySnapshot, process: string): boolean =>
  Object.hasOwn(processes, process);
