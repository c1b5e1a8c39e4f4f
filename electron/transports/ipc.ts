import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import type { Result } from '../../shared/call.ts'
import { AppError, failureOf } from '../../shared/errors.ts'
import type { AppEvent } from '../../shared/events.ts'
import { FileToken } from '../../shared/files/model.ts'
import { owner } from '../../shared/permissions.ts'
import type { App } from '../app.ts'
import { offerPrintout } from '../files/printout.ts'
import { startAtLogin, startsAtLogin } from '../login.ts'
import type { OpenFolder } from '../open-folder.ts'

const Request = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), name: z.string(), input: z.unknown() }),
  z.strictObject({ type: z.literal('pick') }),
  z.strictObject({ type: z.literal('offer'), path: z.string().min(1) }),
  z.strictObject({ type: z.literal('open'), attachment: z.int() }),
  z.strictObject({ type: z.literal('folder') }),
  z.strictObject({ type: z.literal('startsAtLogin') }),
  z.strictObject({ type: z.literal('startAtLogin'), wanted: z.boolean() }),
  z.strictObject({ type: z.literal('destination'), name: z.string().min(1).max(300) }),
  z.strictObject({ type: z.literal('printout'), title: z.string().min(1).max(300) }),
  z.strictObject({ type: z.literal('print'), token: FileToken }),
])
export type Request = z.infer<typeof Request>

export type IpcOptions = {
  opening: Promise<OpenFolder>
  window: BrowserWindow
  dataFolder: string
  /** The only place whose pages may ask. */
  origin: string
}

/** The way from the window to the app: one channel, which hears nobody but the window's own page. */
export function serveWindow({ opening, window, dataFolder, origin }: IpcOptions) {
  const printouts = new Set<FileToken>()
  ipcMain.handle('regulars', async (event, raw: unknown): Promise<Result> => {
    const request = Request.safeParse(raw)
    if (!isOurs(event, window, origin)) return { ok: false, code: 'forbidden', reason: 'forbidden' }
    if (!request.success) return { ok: false, code: 'invalid', reason: 'wrongType' }
    const { app, log } = await opening
    try {
      return await answer(request.data, { app, window, dataFolder, printouts })
    } catch (error) {
      if (!(error instanceof AppError)) log.bug(error, 'window')
      return { ok: false, ...failureOf(error) }
    }
  })
  const forward = (event: AppEvent) => {
    if (!window.isDestroyed()) window.webContents.send('regulars:event', event)
  }
  // Where it cannot be opened, whoever opens it says so.
  opening.then(({ app }) => app.subscribe(forward)).catch(() => undefined)
}

const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow, origin: string) =>
  !window.isDestroyed() && sender === window.webContents && senderFrame === window.webContents.mainFrame && senderFrame.origin === origin

type Serving = {
  app: App
  window: BrowserWindow
  dataFolder: string
  /** What was written to be printed, and nothing else that was written. */
  printouts: Set<FileToken>
}

async function answer(request: Request, { app, window, dataFolder, printouts }: Serving): Promise<Result> {
  if (request.type === 'call') return app.dispatch(request.name, request.input, owner)
  if (request.type === 'offer') return { ok: true, value: app.offers.offerRead(request.path) }
  if (request.type === 'pick') {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] })
    return { ok: true, value: filePaths[0] === undefined ? null : app.offers.offerRead(filePaths[0]) }
  }
  if (request.type === 'folder') {
    const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
    return { ok: true, value: filePaths[0] === undefined ? null : app.offers.offerWrite(filePaths[0]) }
  }
  if (request.type === 'open') {
    const { showOutside } = await import('../attachments/show-outside.ts')
    return showOutside(request.attachment, app.dispatch, dataFolder)
  }
  if (request.type === 'startsAtLogin') return { ok: true, value: startsAtLogin() }
  if (request.type === 'startAtLogin') return { ok: true, value: startAtLogin(request.wanted) }
  if (request.type === 'printout') {
    const value = offerPrintout(dataFolder, app.offers, request.title)
    printouts.add(value)
    return { ok: true, value }
  }
  if (request.type === 'print') {
    const { printOutside } = await import('./print-outside.ts')
    return printOutside(request.token, printouts, app.offers)
  }
  const { filePath } = await dialog.showSaveDialog(window, { defaultPath: request.name })
  return { ok: true, value: filePath === '' ? null : app.offers.offerWrite(filePath) }
}
