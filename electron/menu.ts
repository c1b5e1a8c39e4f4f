import { app, Menu, shell, type MenuItemConstructorOptions } from 'electron'
import { messages } from '../shared/locales/messages.ts'
import type { Language } from '../shared/settings/model.ts'
import { logFolder } from './files/log-folder.ts'

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

export function showMenu(language: Language, dataFolder: string) {
  const words = messages[language].menu
  const item = (role: keyof typeof words & Item['role'], accelerator?: string): Item => ({
    role,
    label: words[role],
    ...(accelerator && { accelerator }),
  })
  const isMac = process.platform === 'darwin'

  const file: Item[] = [
    { label: words.openDataFolder, click: () => void shell.openPath(dataFolder) },
    { label: words.openLogs, click: () => void shell.openPath(logFolder(dataFolder)) },
    line,
    isMac ? item('close') : item('quit'),
  ]
  const edit = [item('undo'), item('redo'), line, item('cut'), item('copy'), item('paste'), item('delete'), line, item('selectAll')]
  const view = [item('resetZoom'), item('zoomIn', 'CommandOrControl+='), item('zoomOut'), line, item('togglefullscreen')]
  const window = [item('minimize'), item('zoom'), item('front')]
  const own = [item('about'), line, item('hide'), item('hideOthers'), item('unhide'), line, item('quit')]

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: app.name, submenu: own }] : []),
      { label: words.file, submenu: file },
      { label: words.edit, submenu: edit },
      { label: words.view, submenu: view },
      ...(isMac ? [{ label: words.window, submenu: window }] : []),
    ]),
  )
}
