import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

/** The app as the product opens it: a data folder, and the real workers. */
export async function openShop(dataFolder: string) {
  const app = await openApp({
    dataFolder,
    workerFile: new URL('../../electron/jobs/worker.ts', import.meta.url),
    log: bug => {
      throw bug
    },
  })
  const call = (name: string, input: unknown) => app.dispatch(name, input, owner)
  return { ...app, api: createApi({ call, subscribe: app.subscribe }) }
}
