import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The part of the Compose specification that the file uses; an unknown key is a slip. */
const Dependency = z.strictObject({
  condition: z.enum(['service_healthy', 'service_completed_successfully', 'service_started']),
});
const Words = z.union([z.string(), z.array(z.string())]);
const Service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), target: z.string() }).optional(),
  init: z.boolean().optional(),
  restart: z.string().regex(/^(unless-stopped|on-failure(:\d+)?)$/),
  environment: z.record(z.string(), z.string().nullable()).optional(),
  secrets: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  command: Words.optional(),
  entrypoint: Words.optional(),
  depends_on: z.record(z.string(), Dependency).optional(),
  stop_grace_period: z.string().optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.int(),
      start_period: z.string().optional(),
    })
    .optional(),
});
const Compose = z.strictObject({
  name: z.string(),
  'x-service': z.unknown(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ environment: z.string() })),
});

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = Compose.parse(parse(text, { merge: true }));
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('has every part of the house', () => {
    const needed = ['postgres', 'temporal', 'temporal-ui', 'api', 'worker', 'console'];
    expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(needed));
    expect(compose.services.postgres?.image).toBe('postgres:18');
    expect(compose.services.temporal?.image).toMatch(/^temporalio\/server:.*1\.32\./);
  });

  it.each(services)(
    '%s waits only for what is there and can become so',
    (_name, { depends_on: waits = {} }) => {
      for (const [other, { condition }] of Object.entries(waits)) {
        const awaited = compose.services[other];
        expect(awaited).toBeDefined();
        if (condition === 'service_healthy') expect(awaited?.healthcheck).toBeDefined();
        if (condition === 'service_completed_successfully') expect(awaited?.restart).toMatch(/^on-failure/);
      }
    },
  );

  it.each(services)('%s listens on loopback only, and tells whether it is well', (name, service) => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    const endures = service.restart === 'unless-stopped';
    if (endures && name !== 'temporal-ui') expect(service.healthcheck).toBeDefined();
  });

  it.each(services)('%s mounts files and volumes that exist', (_name, { volumes = [], secrets = [] }) => {
    for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
      expect(source.startsWith('.') ? existsSync(source) : source in compose.volumes).toBe(true);
    }
    for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
  });

  it.each(services.filter(([, { build }]) => build))(
    '%s is built from a stage of the Dockerfile',
    (_name, { build, command }) => {
      expect(readFileSync('Dockerfile', 'utf8')).toMatch(new RegExp(`^FROM .* AS ${build?.target}$`, 'm'));
      const program = [command ?? []]
        .flat()[0]
        ?.replace(/^dist\//, '')
        .replace(/\.js$/, '.ts');
      if (program) expect(existsSync(program)).toBe(true);
    },
  );

  it('takes its secrets from variables that .env.example names, and has no default for them', () => {
    const named = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==$)/gm);
    const demanded = [...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const secret = Object.values(compose.secrets).map(({ environment }) => environment);
    expect(new Set([...demanded, ...secret])).toEqual(new Set(named));
  });
});
