import vue from '@vitejs/plugin-vue'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const mocked = 'tests/**/*.mocked.dom.test.ts'

/** Tests of what is seen, in a window that is none: happy-dom. */
const inWindow = (test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [vue()],
  // The calendar's library is made with Svelte, which has one build for servers and one for windows.
  resolve: { conditions: ['browser'] },
  test: {
    environment: 'happy-dom',
    setupFiles: ['tests/support/fresh-window.ts'],
    server: { deps: { inline: [/svelte/, /@event-calendar/] } },
    ...test,
  },
})

export default defineConfig({
  test: {
    // A busy machine is no reason to fail: nothing here measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default a core stays free for whoever works meanwhile: of two cores, that is half of the machine.
    maxWorkers: '100%',
    // The files of a process share the product's modules and read them once: it keeps nothing of one shop for the next.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/support/fresh.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.dom.test.ts', 'tests/e2e/**'],
        },
      },
      inWindow({ name: 'dom', include: ['tests/**/*.dom.test.ts'], exclude: [mocked] }),
      // A module that stands in for a library is for one file alone.
      inWindow({ name: 'mocked', include: [mocked], isolate: true }),
    ],
  },
})
