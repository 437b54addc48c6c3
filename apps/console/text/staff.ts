import i18next from 'i18next';
import { Unreachable } from '../api/problem.ts';

const parts = [
  'staff',
  'term',
  'matter',
  'process',
  'history',
  'desk',
  'watch',
  'charts',
  'audit',
  'rules',
  'admin',
  'patrol',
  'town',
] as const;

/** Loads what only people at work read, in the language that they read; the other comes when they turn to it. */
export async function loadStaffTexts(): Promise<void> {
  await i18next.loadNamespaces(parts);
  if (!i18next.hasResourceBundle(i18next.language, parts[0])) throw new Unreachable('the texts');
}
