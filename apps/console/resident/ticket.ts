import { useState } from 'react';
import { z } from 'zod';

/** What a receipt and its code open: one matter, for a while. */
export const Ticket = z.object({
  token: z.string(),
  expiresAt: z.string(),
  matter: z.string(),
  /** The number that was typed: another one in the address asks for its own code. */
  receipt: z.string().default(''),
});
export type Ticket = z.infer<typeof Ticket>;

const KEPT = 'minqing ticket';

function readTicket(): Ticket | undefined {
  try {
    const ticket = Ticket.safeParse(JSON.parse(sessionStorage.getItem(KEPT) ?? 'null'));
    return ticket.success && Date.parse(ticket.data.expiresAt) > Date.now() ? ticket.data : undefined;
  } catch {
    return undefined; // not ours: the code is asked for again
  }
}

/** The ticket of this tab; it outlives a reload, not the tab. */
export function useTicket() {
  const [ticket, setTicket] = useState(readTicket);
  const keep = (next: Ticket | undefined) => {
    if (next === undefined) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(next));
    setTicket(next);
  };
  return { ticket, keep };
}
