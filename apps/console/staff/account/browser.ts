/** A short name out of what a browser says of itself. */
export function browserOf(agent: string | null): string {
  const browser = /(Edg|Firefox|Chrome|Safari|MicroMessenger)\/[\d.]+/.exec(agent ?? '')?.[0] ?? '–';
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent ?? '')?.[0];
  return system === undefined ? browser : `${browser} · ${system}`;
}
