import { AppError } from '../shared/errors.ts'
import { isLocked } from '../shared/vault/rules.ts'
import { openApp, type App } from './app.ts'
import { keepBackups, type Keeper } from './backups/keeper.ts'
import { openRescue } from './backups/rescue.ts'
import { checkAfterUncleanEnd } from './backups/start-check.ts'
import { swapPrepared } from './backups/swap.ts'
import { sweepWork } from './backups/work-folder.ts'
import { forgetKeys } from './db/keys.ts'
import type { Dispatch } from './dispatch.ts'
import { createOffers } from './files/offers.ts'
import { emptyTransfers } from './files/transfer-folder.ts'
import { lockFolderInTurn, type FolderLock, type Running } from './lock.ts'
import { keepNights } from './loyalty/nights.ts'
import { keepMaking } from './subscriptions/schedule.ts'
import { keepForgetting } from './retention/schedule.ts'
import { keepExporting } from './schedules/keep.ts'
import { notingSlowCalls, openLog, type Log } from './log.ts'
import { watchReminders } from './reminders/watch.ts'
import { reopening } from './reopen.ts'
import { openVault } from './vault/unlock.ts'
import { fulfilWish } from './vault/wish.ts'

export type OpenFolder = {
  app: App
  log: Log
  announce: FolderLock['announce']
  /** The PC has woken up. */
  checkReminders(): void
  close(): Promise<void>
}

/**
 * A data folder for this process alone, and the app over it. `workerFile` is the worker's entry as it lies beside the caller: source or
 * bundle. `passphrase` opens an encrypted database without being asked for; it is never an argument of the program, which others see.
 */
export async function openFolder(
  dataFolder: string,
  host: Running['host'],
  workerFile: URL,
  passphrase = process.env.REGULARS_PASSPHRASE,
): Promise<OpenFolder> {
  const lock = await lockFolderInTurn(dataFolder, host)
  const log = openLog(dataFolder)
  removeCopies(dataFolder, log)
  try {
    const opened = await reopening(opener({ dataFolder, workerFile, log, wasKilled: lock.wasKilled, passphrase }))
    const app = { ...opened, dispatch: notingSlowCalls(opened.dispatch, log) }
    const keeper = keepBackups({ app, dataFolder, isOnClock: host !== 'command', now: () => new Date(), report: log.bug })
    const reminders = watchReminders(app)
    const stops: (() => void | Promise<void>)[] =
      host === 'command' ? [] : [keepMaking(app), keepNights(app), keepForgetting(app), keepExporting(app)]
    const close = async () => {
      lock.end()
      reminders.stop()
      for (const stop of stops) await stop()
      await keeper.end()
      await opened.close()
      forgetKeys()
      removeCopies(dataFolder, log)
      lock.release()
    }
    return {
      app: { ...app, dispatch: backingUpBefore(app.dispatch, keeper) },
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

type Opening = { dataFolder: string; workerFile: URL; log: Log; wasKilled: boolean; passphrase: string | undefined }

/** Opens what a restore has put there, after a check where that is due; over a damaged or locked database, what helps instead. */
function opener({ dataFolder, workerFile, log, wasKilled, passphrase }: Opening) {
  const options = { dataFolder, workerFile, log: log.bug, offers: createOffers() }
  let isUnsure = wasKilled
  return async () => {
    try {
      swapPrepared(dataFolder)
      await fulfilWish(dataFolder, workerFile)
      await openVault(dataFolder, { passphrase, now: new Date() })
      if (isUnsure) await checkAfterUncleanEnd(dataFolder, workerFile, bug => log.bug(bug, 'start'))
      isUnsure = false
      return await openApp(options)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { failure } = error
      if (!isLocked(failure) && failure.reason !== 'databaseBroken') throw error
      if (!isLocked(failure)) log.bug(error, 'start')
      return openRescue(options, failure)
    }
  }
}

const backingUpBefore =
  (dispatch: Dispatch, keeper: Keeper): Dispatch =>
  async (name, raw, session) => {
    await keeper.before(name)
    return dispatch(name, raw, session)
  }

/** What was on its way to or from a browser. A copy that stays for now is no reason not to start, nor to stay open. */
function removeCopies(dataFolder: string, log: Log) {
  try {
    emptyTransfers(dataFolder)
    sweepWork(dataFolder)
  } catch (error) {
    log.bug(error, 'transfers')
  }
}
