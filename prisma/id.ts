import { v7 } from 'uuid';

/** A new id: UUID v7, so that rows made later sort later and indexes grow at one end. */
export const newId = (): string => v7();
