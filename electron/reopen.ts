import type { AppEvent } from '../shared/events.ts'
import type { App } from './app.ts'

/** After these, other data lies where the app had its own, or it can be opened at last: the app is closed and opened anew. */
const exchanging = ['backups.restore', 'database.salvage', 'vault.unlock', 'vault.encrypt', 'vault.decrypt']

/** An app that can be opened anew in the same process, for windows and browsers that stay: they are told, and wait meanwhile. */
export async function reopening(open: () => Promise<App>): Promise<App> {
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (event: AppEvent) => listeners.forEach(listener => listener(event))
  let current = open()

  function watch(app: App) {
    app.subscribe(event => {
      tell(event)
      if (event.type === 'job' && event.job.state === 'done' && exchanging.includes(event.job.call)) current = reopen(app)
    })
    return app
  }

  async function reopen(app: App) {
    await app.close()
    const next = watch(await open())
    tell({ type: 'reopened' })
    return next
  }

  const first = watch(await current)
  return {
    dispatch: async (...call) => (await current).dispatch(...call),
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    offers: first.offers,
    tell,
    close: async () => (await current).close(),
  }
}
