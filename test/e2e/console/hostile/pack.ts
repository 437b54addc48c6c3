import type { tryPack } from '../../../../policies/load.ts';
import { hostile } from './words.ts';

type Pack = Awaited<ReturnType<typeof tryPack>>;

/** A pack in which every text is hostile, and that asks the superior after one more handling. */
export function hostilePack({ policy, calendar }: Pack, version: string): Pick<Pack, 'policy' | 'calendar'> {
  const sources = Object.fromEntries(
    Object.keys(policy.sources).map((at, n) => [
      at,
      { zh: hostile(9_000 + n, 400), en: hostile(9_500 + n, 400) },
    ]),
  );
  const title = { zh: hostile(9_998, 200), en: hostile(9_999, 200) };
  return {
    calendar,
    policy: { ...policy, version, title, sources, limits: { ...policy.limits, rehandlings: 1 } },
  };
}
