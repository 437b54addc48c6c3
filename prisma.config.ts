import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only `prisma migrate` and `prisma studio` connect; `generate` must work without a database.
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
