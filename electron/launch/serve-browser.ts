import openInBrowser from 'open'
import { AppError } from '../../shared/errors.ts'
import type { Log } from '../log.ts'
import { openFolder } from '../open-folder.ts'
import { serveWeb } from '../transports/web.ts'
import type { Sentence } from './choose-host.ts'
import { pagesFolder } from './project.ts'
import { say } from './say.ts'

type BrowserOptions = { dataFolder: string; port: number; open: boolean; sentence: Sentence; onLog(log: Log): void }

/** Serves the app for a browser on this PC until Ctrl+C. */
export async function serveBrowser({ dataFolder, port, open, sentence, onLog }: BrowserOptions) {
  const { app, log, announce, close } = await openFolder(dataFolder, 'browser', new URL('../jobs/worker.ts', import.meta.url)).catch(
    showRunning,
  )
  onLog(log)
  let address = ''
  const web = await serveWeb({
    app,
    log,
    dataFolder,
    pages: pagesFolder,
    port,
    announce: next => {
      address ||= next
      announce(next)
    },
  }).catch(async (error: unknown) => {
    await close()
    throw error
  })
  say(sentence.key, { ...sentence.params, address })
  say('howToEnd')
  if (open) await show(address)

  const end = () =>
    void web
      .close()
      .then(close)
      .finally(() => process.exit())
  process.once('SIGINT', end)
  process.once('SIGTERM', end)

  /** A second start finds the first: where that is in a browser, it is shown there. */
  async function showRunning(error: unknown): Promise<never> {
    const running = error instanceof AppError && error.failure.reason === 'inUseBrowser' ? error.failure.params?.address : undefined
    if (open && typeof running === 'string') await show(running)
    throw error
  }
}

/** Where there is no browser to open, the address stands in the terminal. */
const show = (address: string) => openInBrowser(address).catch(() => undefined)
