import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { withLog } from '../log.ts';
import type { Plan } from '../part.ts';

/** One development server: its program, where it listens on loopback, its file (none: in memory), its log. */
export type TemporalServer = {
  program: string;
  port: number;
  file?: string;
  /** Made when it is not there; `default` always is. */
  namespace?: string;
  log: string;
  /** Flags of the server, as `name=value`. */
  flags?: string[];
};

/** How the Temporal server runs as a part. On disk it writes every transaction through before it answers. */
export function temporalPlan(server: TemporalServer): Plan {
  return {
    name: 'Temporal',
    log: server.log,
    spawn: () => serve(server),
    isReady: () => listens(server.port),
    readyWithin: 60_000,
    stopOrder: 3,
    stopSignal: 'SIGTERM',
    stopWithin: 2_500,
  };
}

function serve({ program, port, file, namespace = 'default', log, flags = [] }: TemporalServer) {
  const place = [
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--headless',
    '--log-level',
    'warn',
    '--namespace',
    namespace,
  ];
  const pragmas = ['journal_mode=WAL', 'synchronous=FULL'].flatMap((pragma) => ['--sqlite-pragma', pragma]);
  const disk = file === undefined ? [] : ['--db-filename', file, ...pragmas];
  const values = flags.flatMap((flag) => ['--dynamic-config-value', flag]);
  return withLog(log, (descriptor) =>
    spawn(program, ['server', 'start-dev', ...place, ...disk, ...values], {
      detached: true, // a Ctrl-C in the terminal is the launcher's to answer
      stdio: ['ignore', descriptor, descriptor],
    }),
  );
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}
