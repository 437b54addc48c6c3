import { useProcess } from '../process/names.ts';

/** Why a matter was excluded from the rates, in words: the choices of the form by which that is asked for. */
export function useReason(): (code: string) => string {
  const { word } = useProcess();
  return word;
}
