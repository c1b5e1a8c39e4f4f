import { app } from 'electron'

/** Whether the app starts when somebody logs in; null where the system leaves that to other programs. */
export function startsAtLogin(): boolean | null {
  return hasLoginItems() ? app.getLoginItemSettings().openAtLogin : null
}

export function startAtLogin(wanted: boolean) {
  if (hasLoginItems()) app.setLoginItemSettings({ openAtLogin: wanted })
  return startsAtLogin()
}

/** An app that is only being developed is not what should start. */
const hasLoginItems = () => app.isPackaged && process.platform !== 'linux'
