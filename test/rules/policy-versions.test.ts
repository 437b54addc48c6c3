import { overlapFaults } from '../../workflows/rules/policy-versions.ts';

const version = (name: string, number: string, day: string) => ({
  ...{ name, version: number, inForceFrom: new Date(`${day}T00:00:00+08:00`) },
});
const known = [
  version('xiapu', '1', '2024-01-01'),
  version('xiapu', '2', '2025-01-01'),
  version('dafeng', '3', '2026-01-01'),
];

describe('a version of a pack', () => {
  it('may be put in force later or earlier than the others, whatever other packs do', () => {
    expect(overlapFaults(version('xiapu', '3', '2026-01-01'), known)).toEqual([]);
    expect(overlapFaults(version('xiapu', '0', '2023-01-01'), known)).toEqual([]);
  });

  it('is refused from the moment at which another of its name comes into force', () => {
    expect(overlapFaults(version('xiapu', '3', '2025-01-01'), known)).toEqual([
      {
        path: 'inForceFrom',
        text: 'inForceFrom: version "2" of "xiapu" is in force from the same moment',
      },
    ]);
  });

  it('is refused when it was put in force before', () => {
    expect(overlapFaults(version('xiapu', '1', '2026-01-01'), known)).toEqual([
      {
        path: 'version',
        text: 'version: "1" of "xiapu" is in force from 2023-12-31T16:00:00.000Z already; a change needs a version of its own',
      },
    ]);
  });
});
