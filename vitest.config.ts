import { defineConfig } from 'vitest/config'

/**
 * The end-to-end specs are one set, run once in each browser (`E2E_BROWSER`, set per project). Two
 * files at a time: a spec waits more than it works, and each has a browser of its own. What they import
 * is loaded once: no spec changes it, and to load it again takes three seconds a file.
 */
function endToEnd(browser: 'chromium' | 'firefox') {
  return {
    test: {
      name: browser,
      include: ['tests/e2e/*.spec.ts'],
      setupFiles: ['tests/speak-english.ts'],
      env: { E2E_BROWSER: browser },
      maxWorkers: 2,
      isolate: false,
      // Only a broken browser takes this long; every wait inside has its own, shorter limit.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          // Only what hangs takes this long, however busy the machine is.
          testTimeout: 60_000,
          exclude: ['tests/e2e/**'],
          setupFiles: ['tests/speak-english.ts'],
        },
      },
      {
        test: {
          name: 'packages',
          include: ['tests/packages/*.spec.ts'],
          testTimeout: 60_000,
          // Two builds of both packages, on whatever machine.
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
})
