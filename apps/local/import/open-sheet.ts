import path from 'node:path';
import { csvSheet } from './csv.ts';
import { firstBytes } from './encoding.ts';
import { ImportFault } from './fault.ts';
import type { Mapping } from './mapping.ts';
import type { Order } from './order.ts';
import type { Sheet } from './sheet.ts';
import { xlsxSheet } from './xlsx.ts';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_EXCEL = Buffer.from('d0cf11e0', 'hex');

/** Opens a table by what its first bytes say, whatever its name. Throws ImportFault. */
export async function openSheet({ file, encoding }: Order, { delimiter, sheet }: Mapping): Promise<Sheet> {
  const label = path.basename(file);
  const head = await firstBytes(file, 4);
  if (head.equals(OLD_EXCEL))
    throw new ImportFault(`${label} is a workbook of the old kind (.xls); save it as .xlsx or as CSV.`);
  return head.equals(ZIP) ? xlsxSheet(file, label, sheet) : csvSheet(file, label, { delimiter, encoding });
}
