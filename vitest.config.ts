import { defineConfig } from 'vitest/config'

/** Each in a process of its own, because it looks at what its process started or left behind. */
const alone = ['test/pdf/**/*.test.ts']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['test/support/equal-bytes.ts'],
    maxWorkers: 3,
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        // Modules are read once a worker, and stay warm: a third less of the processor.
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone, isolate: false },
      },
    ],
  },
})
