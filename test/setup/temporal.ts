import { askDesk } from './ask-desk.ts';

/** The address (host:port) of the run's Temporal server: 1.32 or later, namespace `default`, time skipping allowed. */
export function temporalAddress(): Promise<string> {
  return askDesk('temporal');
}
