import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { idFrom } from '../../workflows/rules/identity.ts';

const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });

describe('an id made from names', () => {
  it('is a UUID v7 that carries its moment', () => {
    fc.assert(
      fc.property(moments, fc.array(fc.string()), (at, names) => {
        const id = idFrom(at, ...names);
        expect(z.uuidv7().safeParse(id).success).toBe(true);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
      }),
    );
  });

  it('is the same for the same, and another where anything differs', () => {
    fc.assert(
      fc.property(
        moments,
        fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 6 }),
        (at, [one = '', ...rest]) => {
          expect(idFrom(at, one, ...rest)).toBe(idFrom(at, one, ...rest));
          expect(idFrom(at, one)).not.toBe(idFrom(at, ...rest));
          expect(idFrom(at, one)).not.toBe(idFrom(new Date(at.getTime() + 1), one));
        },
      ),
    );
  });

  it('does not meet itself among a hundred thousand that begin in one moment', () => {
    const at = new Date('2026-01-01');
    const ids = Array.from({ length: 100_000 }, (_none, i) => idFrom(at, 'quarter', String(i)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
