import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Chromium wants to know it when it starts, long before the data can be opened. */
const fileIn = (dataFolder: string) => join(dataFolder, 'window', 'locale')

/** What Chromium says by itself, fields of dates above all, has the form of the shop and not that of the PC, from the next start on. */
export function rememberLocale(dataFolder: string, locale: string) {
  if (locale === readLocale(dataFolder)) return
  try {
    writeFileSync(fileIn(dataFolder), locale)
  } catch {
    // On a full or read-only disk the next start speaks as the PC does.
  }
}

/** How Electron is told. It reads no switch that comes from the app's own code any more. */
export function localeSwitches(dataFolder: string) {
  const locale = readLocale(dataFolder)
  return /^[a-z]{2}(-[A-Z]{2})?$/.test(locale) ? [`--lang=${locale}`] : []
}

function readLocale(dataFolder: string) {
  try {
    return readFileSync(fileIn(dataFolder), 'utf8')
  } catch {
    return ''
  }
}
