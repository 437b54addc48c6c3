/** Where an open menu stands in the document: inside the page's main part, so that readers of landmarks find it. */
export const within = (trigger: HTMLElement): HTMLElement => trigger.closest('main') ?? document.body;
