import path from 'node:path';
import type { Database } from '../../../prisma/client.ts';
import { columnsIn } from './choice.ts';
import { imagined, readDirectory, unknownCodes } from './directory.ts';
import { faultOf, type Mapping } from './mapping.ts';
import type { Reading } from './matter.ts';
import { momentReader } from './moment.ts';
import { openSheet } from './open-sheet.ts';
import type { Order } from './order.ts';
import { enact, packFinder, packsOf } from './packs.ts';
import { type Cell, cellReader, type Sheet } from './sheet.ts';
import { makeTown, missingIn } from './town.ts';

/** All that rows are read by. */
export type Prepared = { sheet: Sheet; cell: Cell; reading: Reading };

/** Checks mapping and file against each other and the database, then makes what the mapping brings along. Throws ImportFault. */
export async function prepare(db: Database, order: Order, mapping: Mapping, now: Date): Promise<Prepared> {
  const label = path.basename(order.mapping);
  const { town, faults } = await missingIn(db, mapping.town);
  if (faults.length > 0) throw faultOf(label, faults);
  const packs = await packsOf(town);
  const planned = imagined(await readDirectory(db), town);
  const unknown = unknownCodes(mapping, planned);
  if (unknown.length > 0) throw faultOf(label, unknown);
  const sheet = await openSheet(order, mapping);
  const cell = cellReader(sheet.columns, columnsOf(mapping), path.basename(order.file));
  if (!order.isDry) {
    await enact(db, packs, now);
    await makeTown(db, town);
  }
  const directory = order.isDry ? planned : await readDirectory(db);
  const [packAt, moment] = [packFinder(db, packs, now), momentReader(mapping.opened.format)];
  return { sheet, cell, reading: { mapping, moment, directory, packAt, now, asIfToday: order.asIfToday } };
}

function columnsOf({ external, opened, words, contact, ...mapping }: Mapping): string[] {
  const choices = [mapping.kind, mapping.place, mapping.lead, mapping.class, mapping.term];
  return [
    ...[external, opened.column, ...columnsIn(words), ...columnsIn(contact ?? '')],
    ...choices.flatMap((choice) => choice?.column ?? []),
  ];
}
