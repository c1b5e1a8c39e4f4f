import { defineConfig } from '@playwright/test'
import type { HostOptions } from './tests/e2e/fixtures.ts'

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.e2e.ts',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  // Every test has a data folder, a port and a profile of its own.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'electron', use: { host: 'electron' }, testIgnore: '*.browser.e2e.ts' },
    { name: 'browser', use: { host: 'browser' }, testIgnore: '*.window.e2e.ts' },
  ],
})
