// What `npm start` runs: embedded PostgreSQL, Temporal, the API and the worker as supervised parts of one home.
// This file owns the signals and the exit code; launch.ts has the order of a start, house.ts the order of a stop.
import { openHome, type Home } from './home.ts';
import { lockHome } from './home-lock.ts';
import { House } from './house.ts';
import { launch } from './launch.ts';
import { ProcessList } from './left-behind.ts';
import { isFree } from './ports.ts';
import { readSettings, type Settings } from './settings.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Starts everything, and ends the process: with 0 when asked to stop, with 1 when something cannot be kept running. */
export async function main(root: string): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const home = openHome(settings.home);
    const release = lockHome(home);
    process.once('exit', release);
    await stand(root, settings, home);
  } catch (error) {
    fail(error);
  }
}

async function stand(root: string, settings: Settings, home: Home): Promise<void> {
  const list = new ProcessList(home.file('processes.json'));
  const ended = await list.endEarlier();
  if (ended.length > 0) say(`  ended what an earlier start left behind: ${ended.join(', ')}`);
  await checkPort(settings);
  const house = new House(root, list, say, (why) => void house.stop().then(() => fail(why)));
  stopOnSignal(house);
  try {
    const url = await launch({ root, settings, home, house, say });
    if (!house.isStopping) say(`Minqing is ready: ${url}`);
  } catch (error) {
    if (house.isStopping) return; // the parts fell because they were told to
    await house.stop();
    throw error;
  }
}

function stopOnSignal(house: House): void {
  const stop = (signal: NodeJS.Signals) => {
    if (house.isStopping) return; // a terminal and npm both pass a Ctrl-C on
    say(`Stopping (${signal}) …`);
    void house.stop().then(() => {
      say('Minqing has stopped.');
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function checkPort({ host, port }: Settings): Promise<void> {
  if (await isFree(port, host)) return;
  throw new Error(`Port ${port} is taken. Stop what uses it, or set MINQING_PORT to another one.`);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
