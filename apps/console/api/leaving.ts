/** Somebody on the page who has a say when its reader signs out. */
export type Leaving = {
  /** Whether the reader still wants to, now that he knows. */
  mayLeave: () => Promise<boolean>;
  left: () => Promise<void>;
};

const asked = new Set<Leaving>();

/** Asks to be asked; answers how to take that back. */
export function beforeLeaving(one: Leaving): () => void {
  asked.add(one);
  return () => void asked.delete(one);
}

export async function mayLeave(): Promise<boolean> {
  for (const one of asked) if (!(await one.mayLeave())) return false;
  return true;
}

export const tellLeft = async (): Promise<unknown> => Promise.all([...asked].map((one) => one.left()));
