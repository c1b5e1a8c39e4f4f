import { openApp, type App } from './app.ts'
import { lockFolder, type FolderLock, type Running } from './lock.ts'
import { notingSlowCalls, openLog, type Log } from './log.ts'

export type OpenFolder = {
  app: App
  log: Log
  announce: FolderLock['announce']
  close(): Promise<void>
}

/** A data folder for this process alone, and the app over it. `workerFile` is the worker's entry as it lies beside the caller: source or bundle. */
export async function openFolder(dataFolder: string, host: Running['host'], workerFile: URL): Promise<OpenFolder> {
  const lock = lockFolder(dataFolder, host)
  const log = openLog(dataFolder)
  try {
    const app = await openApp({ dataFolder, workerFile, log: log.bug })
    const close = async () => {
      await app.close()
      lock.release()
    }
    return { app: { ...app, dispatch: notingSlowCalls(app.dispatch, log) }, log, announce: lock.announce, close }
  } catch (error) {
    log.bug(error, 'start')
    lock.release()
    throw error
  }
}
