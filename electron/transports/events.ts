import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AppEvent } from '../../shared/events.ts'
import type { Job } from '../../shared/jobs/model.ts'
import { owner } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { recordedTables } from '../operations/recording.ts'
import { securityHeaders } from './pages.ts'

const heartbeat = 20_000

/** What the app tells its windows, as server-sent events. */
export async function streamEvents(request: IncomingMessage, response: ServerResponse, app: App) {
  response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 1000\n\n')
  const tell = (event: AppEvent) => response.write(`id: 1\ndata: ${JSON.stringify(event)}\n\n`)
  const unsubscribe = app.subscribe(tell)
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat)
  response.on('close', () => {
    unsubscribe()
    clearInterval(beat)
  })

  // Whoever comes (back) has missed something: how the jobs stand, and any change.
  const jobs = await app.dispatch('jobs.list', {}, owner)
  if (jobs.ok) (jobs.value as Job[]).forEach(job => tell({ type: 'job', job }))
  if (request.headers['last-event-id'] || request.url?.endsWith('?missed')) tell({ type: 'changed', tables: recordedTables })
}
