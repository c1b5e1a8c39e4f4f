import { workerData } from 'node:worker_threads'
import type { WorkerSetup } from './serve-work.ts'

/** One file is the entry of all threads: a bundle has no other that could be named. Each loads only what it needs. */
const setup = workerData as WorkerSetup | { role: 'reading' }
if ('role' in setup) (await import('../imports/reader-thread.ts')).serveReading()
else (await import('./serve-work.ts')).serveWork(setup, new URL(import.meta.url))
