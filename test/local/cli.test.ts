import { spawnSync } from 'node:child_process';

/** The command line as people and scripts call it. */
function minqing(args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'minqing', '--', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run -s minqing', () => {
  it.each([[[]], [['nothing']], [['../main']], [['deadline.js']]])(
    'answers %j with its usage and exit code 2',
    (args) => {
      const { status, stdout, stderr } = minqing(args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage: npm run -s minqing -- <command>');
      expect(stderr).toMatch(/^Commands: .*deadline.*migrate.*ready/m);
    },
  );

  it('says which variable a command lacks', () => {
    const { status, stderr } = minqing(['migrate'], { DATABASE_URL: '' });
    expect(status).toBe(2);
    expect(stderr).toContain('Set DATABASE_URL to the address of the database');
  });

  it('tells that no worker asks for work where nobody listens', () => {
    const { status, stderr } = minqing(['ready'], { TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(status).toBe(1);
    expect(stderr).toContain('No worker asks the Temporal server at 127.0.0.1:1');
  });
});
