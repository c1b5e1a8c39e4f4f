import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A busy machine is no reason to fail: nothing here measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // By default a core stays free for whoever works meanwhile: of two cores, that is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/**/*.dom.test.ts', 'tests/e2e/**'] },
      },
      {
        extends: true,
        plugins: [vue()],
        // The calendar's library is made with Svelte, which has one build for servers and one for windows.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.dom.test.ts'],
          server: { deps: { inline: [/svelte/, /@event-calendar/] } },
        },
      },
    ],
  },
})
