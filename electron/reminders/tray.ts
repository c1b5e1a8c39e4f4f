import { app, Menu, nativeImage, Tray } from 'electron'
import { join } from 'node:path'
import { owner } from '../../shared/permissions.ts'
import { ShopSettings } from '../../shared/settings/model.ts'
import { TaskCounts } from '../../shared/tasks/model.ts'
import type { App } from '../app.ts'
import type { Log } from '../log.ts'
import { textIn } from '../texts.ts'

const size = process.platform === 'darwin' ? 18 : 22
const often = 60_000

/** An icon beside the system's clock that says how much is to be done today. Not every system has a place for one. */
export function showTray({ dispatch, subscribe }: App, show: () => void, log: Log) {
  try {
    const image = nativeImage.createFromPath(join(import.meta.dirname, '../../resources/icon.png'))
    if (image.isEmpty()) return
    const tray = new Tray(image.resize({ width: size, height: size }))
    tray.on('click', show)
    const update = async () => {
      const [counts, settings] = [await dispatch('tasks.counts', {}, owner), await dispatch('settings.get', {}, owner)]
      if (!counts.ok || !settings.ok || tray.isDestroyed()) return
      const count = TaskCounts.parse(counts.value).today
      const { language } = ShopSettings.parse(settings.value)
      tray.setToolTip(textIn(language, 'reminders.tray.count', { count }))
      tray.setTitle(count === 0 ? '' : String(count))
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: textIn(language, 'reminders.tray.open'), click: show },
          { label: textIn(language, 'menu.quit'), click: () => app.quit() },
        ]),
      )
    }
    const timer = setInterval(() => void update(), often)
    app.once('will-quit', () => clearInterval(timer))
    subscribe(event => {
      if (event.type === 'changed' && event.tables.some(table => table === 'task' || table === 'setting')) void update()
    })
    void update()
  } catch (error) {
    log.bug(error, 'tray')
  }
}
