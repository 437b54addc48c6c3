import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Say } from '../progress.ts';
import type { Order } from './order.ts';
import { playerOf } from './people.ts';
import { signIn, sitting } from './sitting.ts';
import type { Seat } from './sitting.ts';
import type { Tab } from './tab.ts';
import { tour } from './tour.ts';
import type { Stop } from './tour.ts';
import type { Language, Size } from './window.ts';

/** What was seen of a page; without a file there was nothing to show. */
export type Seen = {
  role: string;
  page: string;
  size: Size;
  language: Language;
  file?: string;
  faults: readonly string[];
};

type Looking = { browser: Browser; order: Order; at: { url: string; accounts: string }; say: Say };

/** Goes round every page that was ordered; those of one role in all its windows side by side. */
export async function goRound(looking: Looking): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const role of looking.order.roles) {
    const stops = stopsOf(role, looking.order);
    if (stops.length > 0) seen.push(...(await lookAs(role, stops, looking)));
  }
  return seen;
}

const stopsOf = (role: string, { pages }: Order): readonly Stop[] =>
  (tour[role] ?? []).filter(({ name }) => pages.includes(name));

async function lookAs(role: string, stops: readonly Stop[], { browser, order, at, say }: Looking) {
  const kept = await signIn(browser, at.url, playerOf(role, at.accounts));
  const seen: Seen[] = [];
  for (const language of order.languages) {
    const seats = order.sizes.map((size): Seat => ({ url: at.url, size, language, kept }));
    const rounds = seats.map((seat) =>
      sitting(browser, seat, (tab) => walk(tab, { role, seat, stops, order })),
    );
    seen.push(...(await Promise.all(rounds)).flat());
    say(`  ${role}, ${language}: ${stops.length} pages`);
  }
  return seen;
}

type Walk = { role: string; seat: Seat; stops: readonly Stop[]; order: Order };

async function walk(tab: Tab, { role, seat, stops, order }: Walk): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const stop of stops) {
    const { size, language } = seat;
    const file = path.join(language, size, `${role}-${stop.name}.png`);
    const about = { role, page: stop.name, size, language };
    seen.push({ ...about, ...(await look(tab, stop, order.out, file)) });
  }
  return seen;
}

/** One page, from the address bar to the picture. What goes wrong on it is a fault of the page, and the round goes on. */
async function look(tab: Tab, stop: Stop, out: string, file: string): Promise<Pick<Seen, 'file' | 'faults'>> {
  try {
    const address = await addressOf(tab, stop);
    if (address === undefined) return { faults: [] };
    await tab.goTo(address);
    const faults = await tab.faults();
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
    writeFileSync(path.join(out, file), await tab.picture(true));
    return { file, faults };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

/** The address with its `:id` filled in; undefined where there is nothing to fill it with. */
export async function addressOf(tab: Tab, { address, list }: Stop): Promise<string | undefined> {
  if (list === undefined) return address;
  const id = await tab.firstOf(list);
  return id === undefined ? undefined : address.replace(':id', id);
}
