import { useState } from 'react';
import { z } from 'zod';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';

const Checked = z.object({ difference: z.array(z.string()), cases: z.int() });
type Checked = z.infer<typeof Checked>;

export type Look = {
  isLooking: boolean;
  /** The document, once nothing was found wrong with it. */
  sound: unknown;
  checked: Checked | undefined;
  /** The API's refusal, or that the text is no YAML at all. */
  error: unknown;
  /** Looks a text over; a pack in YAML, of which JSON is a part. */
  over: (text: string) => Promise<void>;
  forget: () => void;
};

type Found = Pick<Look, 'sound' | 'checked' | 'error'>;

const NOTHING: Found = { sound: undefined, checked: undefined, error: undefined };

/** Has a pack looked over by the API, which writes nothing down. */
export function useLook(): Look {
  const ask = useAsk();
  const [found, setFound] = useState(NOTHING);
  const [isLooking, setLooking] = useState(false);
  async function over(text: string) {
    setLooking(true);
    setFound(NOTHING);
    try {
      const { parse } = await import('yaml');
      const document: unknown = parse(text);
      const checked = await ask(Checked, at('policies/checks'), { method: 'POST', body: { document } });
      setFound({ sound: document, checked, error: undefined });
    } catch (error) {
      setFound({ ...NOTHING, error });
    } finally {
      setLooking(false);
    }
  }
  return { ...found, isLooking, over, forget: () => setFound(NOTHING) };
}
