import { defineConfig } from 'vitest/config';

const noNoise = ['tests/no-noise.ts'];

export default defineConfig({
  test: {
    projects: [
      // Files of a worker share what they import: a sixth of the time went into importing it again.
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: noNoise,
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: noNoise,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'kernel', include: ['tests/kernel/**/*.test.ts'], testTimeout: 40_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/build.ts'],
          // Files of a worker share its Chromium, and what they import.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
