import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './db/schema.ts',
    './db/instructor-schema.ts',
    './db/class-schema.ts',
    './db/contest-schema.ts',
    './db/homework-schema.ts',
    './db/study-schema.ts',
  ],
  out: './db/migrations',
});
