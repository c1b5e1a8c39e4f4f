import { app, dialog, powerMonitor } from 'electron'
import { AppError } from '../shared/errors.ts'
import { owner } from '../shared/permissions.ts'
import { defaultSettings, ShopSettings, type Language } from '../shared/settings/model.ts'
import type { App } from './app.ts'
import { storedSettings } from './backups/settings.ts'
import { systemKeychain } from './keychain.ts'
import { showMenu } from './menu.ts'
import { openFolder, type OpenFolder } from './open-folder.ts'
import { showNatively } from './reminders/native.ts'
import { showTray } from './reminders/tray.ts'
import { giveKeychain } from './secrets.ts'
import { systemLanguage } from './system-language.ts'
import { failureText, textIn } from './texts.ts'
import { followingTheme } from './theme.ts'

/** What reaches somebody who is not looking at the window. */
export function reachOut({ app: business, log, checkReminders }: OpenFolder, show: () => void) {
  showNatively(business, show)
  showTray(business, show, log)
  powerMonitor.on('resume', checkReminders)
}

export { pictureAt } from './attachments/pictures.ts'

/** All that stands behind the window, whose first picture does not wait for this file and what it loads. */
export async function openBusiness(dataFolder: string, workerFile: URL): Promise<OpenFolder> {
  giveKeychain(systemKeychain())
  // Asked once here: threads are told what the system gave out.
  storedSettings(dataFolder)
  const opened = await openFolder(dataFolder, 'window', workerFile)
  return { ...opened, app: { ...opened.app, dispatch: followingTheme(opened.app.dispatch) } }
}

/** The menu speaks the shop's language, also after it has been changed. */
export async function followLanguage({ dispatch, subscribe }: App, dataFolder: string) {
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

export function sayWhyNot(error: unknown, dataFolder: string) {
  const language = systemLanguage(app.getLocale())
  const sentence = error instanceof AppError ? failureText(language, error.failure) : textIn(language, 'errors.unexpected')
  const text = `${sentence}\n\n${textIn(language, 'menu.dataFolderIs', { folder: dataFolder })}`
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox(textIn(language, 'menu.cannotStart'), text)
}
