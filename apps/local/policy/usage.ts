// What the command `policy` does with packs, a file for each deed; commands/policy.ts wires them up, and turns
// what they refuse into lines and an exit code.

/** The command line itself cannot be understood. */
export class Usage extends Error {
  constructor(
    what: string,
    how = 'policy check <file or name>... or policy diff <old> <new> [--language zh|en]',
  ) {
    super(`${what}; call it as "${how}".`);
  }
}
