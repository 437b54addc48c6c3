/** The event that opens the sheet of keys. */
export const ASKED = 'minqing:help';

/** Opens the sheet of keys from anywhere. */
export const askForHelp = (): void => void window.dispatchEvent(new Event(ASKED));
