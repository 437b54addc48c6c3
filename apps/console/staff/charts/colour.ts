/** A colour of the site by the name of its variable: drawings have no style sheet of their own. */
export const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Letters of a drawing as everywhere on the page. */
export const letters = () => ({ fontFamily: colour('sans'), color: colour('ink-2'), fontSize: 12 });
