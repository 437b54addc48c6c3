import { createContext } from 'react';

/** Tells the form how many files are still on their way: until they have arrived it is not sent. */
export const Busy = createContext<(files: number) => void>(() => undefined);
