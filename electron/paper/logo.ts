import { readFileSync } from 'node:fs'
import { pictureSize } from '../../shared/paper/picture-size.ts'
import { mediaTypeOf, tellingBytes } from '../../shared/attachments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { InvoicingSettings } from '../../shared/invoices/model.ts'
import { contentPath, storeContent } from '../attachments/store.ts'
import type { CommandContext, Context, JobContext } from '../handlers.ts'
import { changeInvoicing, invoicingOf } from '../invoices/settings.ts'
import type { Look } from './look.ts'

const megabyte = 1_000_000
const largest = 2 * megabyte
/** More than any printer shows on seven centimetres; unpacked it is far more than the file. */
const sideAtMost = 4000

/** The shop's look with its logo. Where the picture is not there any more, its name stands there as it would without. */
export function lookOf(invoicing: InvoicingSettings, { dataFolder }: Pick<Context, 'dataFolder'>): Look {
  const { logo: stored, ...look } = invoicing
  const logo = stored && dataFolder && sourceOf(stored, dataFolder)
  return logo ? { ...look, logo } : look
}

function sourceOf({ hash, mediaType }: NonNullable<InvoicingSettings['logo']>, dataFolder: string) {
  try {
    return `data:${mediaType};base64,${readFileSync(contentPath(dataFolder, hash), 'base64')}`
  } catch {
    return null
  }
}

export const logoOf = async ({ db, dataFolder }: Context) => ({ source: lookOf(await invoicingOf(db), { dataFolder }).logo ?? null })

export async function useLogo({ file }: { file: string }, context: JobContext) {
  const { db, dataFolder, transaction, describe } = context
  if (dataFolder === null) throw new AppError('storage', 'readOnly')
  const { path } = context.file(file)
  const mediaType = await checked(path)
  const { hash } = await storeContent(dataFolder, path, context.checkCancelled)
  describe('logoChosen', {})
  return transaction(() => changeInvoicing(db, { logo: { hash, mediaType } }))
}

export async function dropLogo(_input: object, { db, describe }: CommandContext) {
  describe('logoDropped', {})
  return changeInvoicing(db, { logo: null })
}

/** What cannot be drawn would spoil every paper from then on: it is tried before. */
async function checked(path: string) {
  const bytes = read(path)
  if (bytes.length > largest) throw new AppError('invalid', 'logoTooLarge')
  const mediaType = mediaTypeOf(bytes.subarray(0, tellingBytes))
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') throw new AppError('invalid', 'logoWrongKind')
  const size = pictureSize(bytes)
  if (!size || size.width > sideAtMost || size.height > sideAtMost) throw new AppError('invalid', size ? 'logoTooLarge' : 'logoBroken')
  const { canDraw } = await import('./pdf.ts')
  if (!(await canDraw(`data:${mediaType};base64,${bytes.toString('base64')}`))) throw new AppError('invalid', 'logoBroken')
  return mediaType
}

function read(path: string) {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new AppError('storage', 'fileUnreadable', {}, { cause })
  }
}
