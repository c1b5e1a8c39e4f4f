import { app, dialog, protocol, type BrowserWindow } from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { AppError } from '../shared/errors.ts'
import { owner } from '../shared/permissions.ts'
import { defaultSettings, ShopSettings, type Language } from '../shared/settings/model.ts'
import type { App } from './app.ts'
import { pictureAt } from './attachments/pictures.ts'
import { chosenDataFolder } from './data-folder.ts'
import { isUsable } from './lock.ts'
import { showMenu } from './menu.ts'
import { openFolder, type OpenFolder } from './open-folder.ts'
import { systemLanguage } from './system-language.ts'
import { failureText, textIn } from './texts.ts'
import { followingTheme } from './theme.ts'
import { serveWindow } from './transports/ipc.ts'
import { pageAt } from './transports/pages.ts'
import { watchUncaught } from './uncaught.ts'
import { denyPermissions, openWindow } from './window.ts'

/**
 * The window's pages have an address that no server can have: `.invalid` is reserved (RFC 2606), and all https requests of
 * the window end in this process. While developing, the pages come from vite; a packaged app never looks.
 */
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const origin = devServer ? new URL(devServer).origin : 'https://regulars.invalid'

const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' } }, strict: false, allowPositionals: true })
const dataFolder = chosenDataFolder(typeof values.data === 'string' ? values.data : undefined)

const logTo = watchUncaught(giveUp)

// What Chromium keeps lies in the data folder too, and the system's lock on it makes one process per folder.
app.setPath('userData', join(dataFolder, 'window'))

// Without a folder there is no lock to be had either: the start then says what is wrong.
if (!isUsable(dataFolder) || app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.exit(0)

/** The window begins with its page while the data is still being opened; it is shown when both are there. */
async function start() {
  const opening = openHere()
  protocol.handle('https', request => servePage(request, opening))
  denyPermissions()
  const window = openWindow(dataFolder, origin, opening)
  serveWindow({ opening, window, dataFolder, origin })
  app.on('second-instance', () => bringToFront(window))
  try {
    const opened = await opening
    logTo(opened.log)
    endWith(opened)
    await showMenuOf(opened.app)
  } catch (error) {
    giveUp(error)
  }
}

async function openHere() {
  const opened = await openFolder(dataFolder, 'window', new URL('./worker.js', import.meta.url))
  return { ...opened, app: { ...opened.app, dispatch: followingTheme(opened.app.dispatch) } }
}

function endWith({ close }: OpenFolder) {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    void close().finally(() => app.exit(0))
  })
}

async function servePage({ url }: Request, opening: Promise<OpenFolder>): Promise<Response> {
  const { origin: asked, pathname } = new URL(url)
  const page = asked === origin ? await fileFor(pathname, opening) : null
  return page ? new Response(new Uint8Array(await readFile(page.file)), { headers: page.headers }) : new Response('404', { status: 404 })
}

async function fileFor(pathname: string, opening: Promise<OpenFolder>) {
  const [, picture] = /^\/attachments\/(\d+)$/.exec(pathname) ?? []
  if (picture !== undefined) return pictureAt((await opening).app.dispatch, dataFolder, picture)
  return pageAt(fileURLToPath(new URL('../renderer', import.meta.url)), pathname)
}

/** The menu speaks the shop's language, also after it has been changed. */
async function showMenuOf({ dispatch, subscribe }: App) {
  let shown: Language | null = null
  const show = async () => {
    const settings = await dispatch('settings.get', {}, owner)
    const { businessName, language } = settings.ok ? ShopSettings.parse(settings.value) : defaultSettings
    const wanted = businessName === '' ? systemLanguage(app.getLocale()) : language
    if (wanted !== shown) showMenu(wanted, dataFolder)
    shown = wanted
  }
  subscribe(event => {
    if (event.type === 'changed' && event.tables.includes('setting')) void show()
  })
  await show()
}

function bringToFront(window: BrowserWindow) {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function giveUp(error: unknown) {
  const language = systemLanguage(app.getLocale())
  const sentence = error instanceof AppError ? failureText(language, error.failure) : textIn(language, 'errors.unexpected')
  const text = `${sentence}\n\n${textIn(language, 'menu.dataFolderIs', { folder: dataFolder })}`
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox(textIn(language, 'menu.cannotStart'), text)
  app.exit(1)
}
