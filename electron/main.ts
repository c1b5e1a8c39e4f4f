import { app, protocol, type BrowserWindow } from 'electron'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chosenDataFolder } from './data-folder.ts'
import { isUsable } from './files/usable-folder.ts'
import type { OpenFolder } from './open-folder.ts'
import { serveWindow } from './transports/ipc.ts'
import { pageAt } from './transports/pages.ts'
import { watchUncaught } from './uncaught.ts'
import { createWindow, denyPermissions, painted } from './window.ts'

/**
 * The window's pages have an address that no server can have: `.invalid` is reserved (RFC 2606), and all https requests of
 * the window end in this process. While developing, the pages come from vite; a packaged app never looks.
 */
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const origin = devServer ? new URL(devServer).origin : 'https://regulars.invalid'

const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' } }, strict: false, allowPositionals: true })
const dataFolder = chosenDataFolder(typeof values.data === 'string' ? values.data : undefined)

const logTo = watchUncaught(error => void giveUp(error))

// What Chromium keeps lies in the data folder too, and the system's lock on it makes one process per folder.
app.setPath('userData', join(dataFolder, 'window'))

// Without a folder there is no lock to be had either: the start then says what is wrong.
if (!isUsable(dataFolder) || app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.exit(0)

/** The window is painted first: what lies behind it is loaded once that is done, and answers the page's first calls late. */
async function start() {
  denyPermissions()
  const window = createWindow(dataFolder, origin)
  const opening = painted(window).then(openHere)
  protocol.handle('https', request => servePage(request, opening))
  serveWindow({ opening, window, dataFolder, origin })
  void window.loadURL(`${origin}/`)
  app.on('second-instance', () => bringToFront(window))
  try {
    const opened = await opening
    logTo(opened.log)
    endWith(opened)
    const { followLanguage, reachOut } = await business()
    await followLanguage(opened.app, dataFolder)
    reachOut(opened, () => bringToFront(window))
  } catch (error) {
    await giveUp(error)
  }
}

const business = () => import('./business.ts')

async function openHere() {
  const { openBusiness } = await business()
  return openBusiness(dataFolder, new URL('./worker.js', import.meta.url))
}

function endWith({ close }: OpenFolder) {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    // Whoever starts it again while it makes its last backup gets it back.
    app.removeAllListeners('second-instance').once('second-instance', () => app.relaunch())
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
  if (picture === undefined) return pageAt(fileURLToPath(new URL('../renderer', import.meta.url)), pathname)
  const [{ app }, { pictureAt }] = await Promise.all([opening, business()])
  return pictureAt(app.dispatch, dataFolder, picture)
}

function bringToFront(window: BrowserWindow) {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function giveUp(error: unknown) {
  const { sayWhyNot } = await business()
  sayWhyNot(error, dataFolder)
  app.exit(1)
}
