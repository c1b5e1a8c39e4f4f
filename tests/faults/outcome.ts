import { openFolder } from '../../electron/open-folder.ts'
import { createApi, type Api } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'
import type { Offers } from '../../electron/files/offers.ts'

export const workerFile = new URL('../../electron/jobs/worker.ts', import.meta.url)

/** What a kind of fault came to: how often it struck, what was confirmed meanwhile, and what of that was not there afterwards. */
export type Outcome = { rounds: number; confirmed: number; backups: number; losses: string[] }
export const nothingYet = (): Outcome => ({ rounds: 0, confirmed: 0, backups: 0, losses: [] })
export type Told = (round: number) => void

/** A shop that is open for as long as `work` takes. */
export async function withShop<T>(dataFolder: string, work: (api: Api, offers: Offers) => Promise<T>, passphrase?: string) {
  const { app, close } = await openFolder(dataFolder, 'command', workerFile, passphrase)
  try {
    return await work(createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe }), app.offers)
  } finally {
    await close()
  }
}

export const aMoment = (most: number) => new Promise(resolve => setTimeout(resolve, Math.random() * most))
