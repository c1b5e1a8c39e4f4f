import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { AppError, type Reason } from '../../shared/errors.ts'
import type { formats } from '../../shared/imports/model.ts'

const beginnings: readonly [Reason, readonly string[]][] = [
  ['fileIsPdf', ['%PDF-']],
  ['fileIsImage', ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*']],
  ['fileIsArchive', ['\x1f\x8b', '7z\xbc\xaf', 'Rar!']],
]
const pictureInside = /^(RIFF.{4}WEBP|.{4}ftyp(heic|heix|mif1|avif))/s
const otherSpreadsheet = /application\/vnd\.oasis\.opendocument\.spreadsheet/
const OLE = '\xd0\xcf\x11\xe0'
const ZIP = 'PK\x03\x04'

/** By its first bytes, whatever its name says. What is no table is refused. */
export function formatOf(path: string, head: Buffer): (typeof formats)[number] {
  const bytes = head.toString('latin1')
  const found = beginnings.find(([, starts]) => starts.some(start => bytes.startsWith(start)))
  if (found) throw new AppError('invalid', found[0])
  if (pictureInside.test(bytes)) throw new AppError('invalid', 'fileIsImage')
  if (bytes.startsWith(OLE)) throw new AppError('invalid', isEncrypted(path, bytes) ? 'fileIsEncrypted' : 'fileIsOldSpreadsheet')
  if (bytes.startsWith(ZIP)) return formatOfZip(bytes + endOf(path))
  return isCards.test(bytes.replaceAll('\0', '')) ? 'vcard' : 'text'
}

const isCards = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*BEGIN:VCARD/i

function formatOfZip(bytes: string): 'xlsx' {
  if (otherSpreadsheet.test(bytes)) throw new AppError('invalid', 'fileIsSpreadsheet')
  if (bytes.includes('xl/workbook.xml')) return 'xlsx'
  throw new AppError('invalid', bytes.includes('xl/workbook.bin') ? 'fileIsSpreadsheet' : 'fileIsArchive')
}

/** A file behind a password is wrapped into the container of the old format, under this name. */
const isEncrypted = (path: string, bytes: string) => (bytes + endOf(path)).replaceAll('\0', '').includes('EncryptedPackage')

const endSize = 1 << 17

/** Where archives have their table of contents. */
function endOf(path: string) {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const end = Buffer.alloc(Math.min(size, endSize))
    const length = readSync(file, end, 0, end.length, size - end.length)
    return end.toString('latin1', 0, length)
  } finally {
    closeSync(file)
  }
}

/** A stray zero or two is left to the rows; what is full of them is no text. */
export function refuseForeignText(text: string) {
  if (text.trim() === '') throw new AppError('invalid', 'fileEmpty')
  if (/^\s*<(!doctype\s|html|table|\?xml)/i.test(text)) throw new AppError('invalid', 'fileIsWebPage')
  const strange = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0
  if (strange > text.length / 50) throw new AppError('invalid', 'fileIsBinary')
}
