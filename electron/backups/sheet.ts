import { AppError } from '../../shared/errors.ts'
import type { JobContext } from '../handlers.ts'
import { ownFolder } from '../files/own-folder.ts'
import { writeWhole } from '../files/whole-file.ts'
import { mm } from '../paper/marks.ts'
import { areaOf, createPen } from '../paper/pen.ts'
import { isPrintable } from '../paper/text.ts'
import { settingsOf } from '../settings/service.ts'
import { shopOf } from '../invoices/shop.ts'
import { dayIn, textIn } from '../texts.ts'
import { asPrinted } from '../vault/passphrase.ts'
import { storedSettings } from './settings.ts'

const ink = '#1d2321'
const styles = {
  title: { size: 20, isBold: true, colour: ink },
  strong: { size: 11, isBold: true, colour: ink },
  text: { size: 11, colour: ink },
  secret: { size: 16, isBold: true, colour: ink },
} as const
const between = { title: mm(8), strong: mm(1), text: mm(5), secret: mm(2) } as const

/** What gets the shop back where this PC, and whoever knew the passphrase, are gone. */
export function saveSheet({ out }: { out: string }, context: JobContext) {
  const { passphrase, isLocked } = storedSettings(ownFolder(context))
  if (isLocked) throw new AppError('storage', 'passphraseLocked')
  if (passphrase === null) throw new AppError('invalid', 'passphraseMissing')
  return writeSheet('backups', passphrase, context.destination(out).path, context)
}

/** Of the backups' passphrase or of the database's, each with words of its own. */
export async function writeSheet(about: 'backups' | 'vault', passphrase: string, path: string, { db, now }: JobContext) {
  if (!isPrintable(passphrase)) throw new AppError('invalid', 'passphraseUnprintable')
  const { businessName, language } = await settingsOf(db)
  const { today, invoicing } = await shopOf(db, now())
  const params = { shop: businessName, day: dayIn(language, today), count: [...asPrinted(passphrase)].length }
  const say = (key: string) => textIn(language, `${about}.sheet.${key}`, params)

  const area = areaOf(invoicing.paper, mm(20))
  const pen = createPen(area)
  const write = (kind: keyof typeof styles, text: string) => {
    pen.flow(text, styles[kind])
    pen.moveBy(between[kind])
  }
  write('title', say('title'))
  write('text', say('about'))
  write('strong', say('passphrase'))
  write('secret', asPrinted(passphrase))
  write('text', say('letters'))
  pen.moveBy(between.text)
  for (const step of ['install', 'restore', 'without'] as const) {
    write('strong', say(`${step}Title`))
    write('text', say(step))
  }
  const { printed } = await import('../paper/printed.ts')
  const { bytes, pages } = await printed(
    { ...area, sheets: pen.sheets() },
    { title: say('title'), author: businessName, at: now(), language },
  )
  await writeWhole(path, bytes)
  return { pages }
}
