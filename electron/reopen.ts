import type { App } from './app.ts'
import { hub } from './hub.ts'

/** After these, other data lies where the app had its own, or it can be opened at last: the app is closed and opened anew. */
const exchanging = ['backups.restore', 'database.salvage', 'vault.unlock', 'vault.encrypt', 'vault.decrypt']

/** An app that can be opened anew in the same process, for windows and browsers that stay: they are told, and wait meanwhile. */
export async function reopening(open: () => Promise<App>): Promise<App> {
  const { emit, subscribe } = hub()
  let current = open()

  function watch(app: App) {
    app.subscribe(event => {
      emit(event)
      if (event.type === 'job' && event.job.state === 'done' && exchanging.includes(event.job.call)) current = reopen(app)
    })
    return app
  }

  async function reopen(app: App) {
    await app.close()
    const next = watch(await open())
    emit({ type: 'reopened' })
    return next
  }

  const first = watch(await current)
  return {
    dispatch: async (...call) => (await current).dispatch(...call),
    subscribe,
    offers: first.offers,
    tell: emit,
    close: async () => (await current).close(),
  }
}
