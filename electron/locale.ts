import { app } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Chromium wants to know it before the data can be opened. */
const fileIn = (dataFolder: string) => join(dataFolder, 'window', 'locale')

/** What Chromium says by itself, fields of dates above all, has the form of the shop and not that of the PC. */
export function speakAsLastTime(dataFolder: string) {
  const locale = remembered(dataFolder)
  if (/^[a-z]{2}(-[A-Z]{2})?$/.test(locale)) app.commandLine.appendSwitch('lang', locale)
}

export function rememberLocale(dataFolder: string, locale: string) {
  if (locale === remembered(dataFolder)) return
  try {
    writeFileSync(fileIn(dataFolder), locale)
  } catch {
    // On a full or read-only disk the next start speaks as the PC does.
  }
}

function remembered(dataFolder: string) {
  try {
    return readFileSync(fileIn(dataFolder), 'utf8')
  } catch {
    return ''
  }
}
