import { BrowserWindow, nativeTheme, screen, session } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { keepInside } from './links.ts'

const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
})
type Place = z.infer<typeof Place>

/** The first thing painted, before the page's own styles: the design's paper, by day and by night. */
const paper = { light: '#faf9f6', dark: '#141817' }

/** Not seen yet, and without a page. */
export function createWindow(dataFolder: string, origin: string): BrowserWindow {
  const placeFile = join(dataFolder, 'window.json')
  const place = readPlace(placeFile)
  if (place) nativeTheme.themeSource = place.theme
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    ...(place && isOnScreen(place) ? { x: place.x, y: place.y, width: place.width, height: place.height } : {}),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Regulars',
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  keepInside(window.webContents, origin)
  window.once('ready-to-show', () => (place?.maximized ? window.maximize() : window.show()))
  window.on('close', () =>
    writePlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized(), theme: nativeTheme.themeSource }),
  )
  return window
}

/** A page that never comes is no reason to wait for ever. */
export const painted = (window: BrowserWindow) =>
  new Promise<void>(resolve => {
    window.once('ready-to-show', () => resolve())
    window.webContents.once('did-fail-load', () => resolve())
  })

/** No camera, no place, no notifications: the app asks for nothing of the kind. */
export function denyPermissions() {
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
}

function readPlace(file: string): Place | null {
  try {
    return Place.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // The first start, or a file that somebody has touched: the window opens where the system puts it.
    return null
  }
}

function writePlace(file: string, place: Place) {
  try {
    writeFileSync(file, JSON.stringify(place))
  } catch {
    // A full or read-only disk is no reason to keep the window open.
  }
}

/** A second monitor may be gone by now. */
const isOnScreen = ({ x, y, width, height }: Place) =>
  screen
    .getAllDisplays()
    .some(({ workArea: area }) => x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + height > area.y)
