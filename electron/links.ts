import { shell, type WebContents } from 'electron'

/** A web page, a mail, a call: everything else that a link could name could start a program. */
const leaving = new Set(['https:', 'mailto:', 'tel:'])

export const mayLeave = (address: string) => URL.canParse(address) && leaving.has(new URL(address).protocol)

/** The window shows the app and nothing else: links open where the person's own browser and mail are. */
export function keepInside(contents: WebContents, origin: string) {
  const openOutside = (address: string) => {
    if (mayLeave(address)) void shell.openExternal(address)
  }
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame && event.url.startsWith(`${origin}/`)) return
    event.preventDefault()
    if (event.isMainFrame) openOutside(event.url)
  })
  // The app's own pages never redirect.
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}
