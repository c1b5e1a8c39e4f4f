import { openApp, type App } from './app.ts'
import { emptyTransfers } from './files/transfer-folder.ts'
import { lockFolder, type FolderLock, type Running } from './lock.ts'
import { keepMaking } from './subscriptions/schedule.ts'
import { notingSlowCalls, openLog, type Log } from './log.ts'
import { watchReminders } from './reminders/watch.ts'

export type OpenFolder = {
  app: App
  log: Log
  announce: FolderLock['announce']
  /** The PC has woken up. */
  checkReminders(): void
  close(): Promise<void>
}

/** A data folder for this process alone, and the app over it. `workerFile` is the worker's entry as it lies beside the caller: source or bundle. */
export async function openFolder(dataFolder: string, host: Running['host'], workerFile: URL): Promise<OpenFolder> {
  const lock = lockFolder(dataFolder, host)
  const log = openLog(dataFolder)
  removeCopies(dataFolder, log)
  try {
    const app = await openApp({ dataFolder, workerFile, log: log.bug })
    const reminders = watchReminders(app)
    const stopMaking = host === 'command' ? null : keepMaking(app)
    const close = async () => {
      reminders.stop()
      await stopMaking?.()
      await app.close()
      removeCopies(dataFolder, log)
      lock.release()
    }
    return {
      app: { ...app, dispatch: notingSlowCalls(app.dispatch, log) },
      log,
      announce: lock.announce,
      checkReminders: reminders.check,
      close,
    }
  } catch (error) {
    log.bug(error, 'start')
    lock.release()
    throw error
  }
}

/** What was on its way to or from a browser. A copy that stays for now is no reason not to start, nor to stay open. */
function removeCopies(dataFolder: string, log: Log) {
  try {
    emptyTransfers(dataFolder)
  } catch (error) {
    log.bug(error, 'transfers')
  }
}
