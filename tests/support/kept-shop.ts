import { openFolder } from '../../electron/open-folder.ts'
import { createApi } from '../../shared/api.ts'
import type { AppEvent } from '../../shared/events.ts'
import { owner } from '../../shared/permissions.ts'
import { afterwards } from './afterwards.ts'
import { aFolder, workerFile } from './folder.ts'

/** A shop as a window or a browser has it: a folder with its lock, its backups, and what helps where the data is damaged. */
export async function openKeptShop(dataFolder = aFolder(), host: 'browser' | 'command' = 'command', passphrase?: string) {
  const opened = await openFolder(dataFolder, host, workerFile, passphrase)
  let isOpen = true
  const close = async () => {
    if (isOpen) await opened.close()
    isOpen = false
  }
  afterwards(close)
  const { app } = opened
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  /** Until other data has taken the place of what was there. */
  const reopened = () =>
    new Promise<void>(resolve => {
      const unsubscribe = app.subscribe((event: AppEvent) => {
        if (event.type !== 'reopened') return
        unsubscribe()
        resolve()
      })
    })
  return { dataFolder, api, offers: app.offers, close, reopened }
}
