import path from 'node:path';
import { z } from 'zod';

const Port = z.coerce.number().int().min(1).max(65_535);
const given = z.string().min(1).optional();

const Environment = z.object({
  MINQING_PORT: Port.default(8080),
  MINQING_HOST: z.string().min(1).default('127.0.0.1'),
  MINQING_HOME: z.string().min(1).default('.minqing'),
  DATABASE_URL: given,
  TEMPORAL_ADDRESS: given,
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
});

/** What people may set from outside before a start; README.md lists it. */
export type Settings = {
  port: number;
  host: string;
  /** The data folder, absolute. */
  home: string;
  /** A PostgreSQL that runs already; none: the embedded one. */
  databaseUrl: string | undefined;
  /** A Temporal server that runs already; none: one of our own. */
  temporalAddress: string | undefined;
  namespace: string;
};

/** Reads the settings; an empty variable counts as not set. Throws a sentence that names what is wrong. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data, error } = Environment.safeParse(set);
  if (error) {
    const name = String(error.issues[0]?.path[0]);
    throw new Error(`${name}=${set[name]} is not usable: ${error.issues[0]?.message}`);
  }
  return {
    port: data.MINQING_PORT,
    host: data.MINQING_HOST,
    home: path.resolve(data.MINQING_HOME),
    databaseUrl: data.DATABASE_URL,
    temporalAddress: data.TEMPORAL_ADDRESS,
    namespace: data.TEMPORAL_NAMESPACE,
  };
}
