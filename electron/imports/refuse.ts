import { AppError, type Reason } from '../../shared/errors.ts'

const beginnings: readonly [Reason, readonly string[]][] = [
  ['fileIsSpreadsheet', ['\xd0\xcf\x11\xe0']],
  ['fileIsPdf', ['%PDF-']],
  ['fileIsImage', ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*']],
  ['fileIsArchive', ['\x1f\x8b', '7z\xbc\xaf', 'Rar!']],
]
const pictureInside = /^(RIFF.{4}WEBP|.{4}ftyp(heic|heix|mif1|avif))/s
const spreadsheetInside = /\[Content_Types\]\.xml|xl\/|application\/vnd\.oasis\.opendocument\.spreadsheet/

/** What is no table, by its first bytes, whatever its name says. */
export function refuseForeignFile(head: Buffer) {
  const bytes = head.toString('latin1')
  const found = beginnings.find(([, starts]) => starts.some(start => bytes.startsWith(start)))
  if (found) throw new AppError('invalid', found[0])
  if (pictureInside.test(bytes)) throw new AppError('invalid', 'fileIsImage')
  if (bytes.startsWith('PK\x03\x04')) throw new AppError('invalid', spreadsheetInside.test(bytes) ? 'fileIsSpreadsheet' : 'fileIsArchive')
}

/** A stray zero or two is left to the rows; what is full of them is no text. */
export function refuseForeignText(text: string) {
  if (text.trim() === '') throw new AppError('invalid', 'fileEmpty')
  if (/^\s*BEGIN:VCARD/i.test(text)) throw new AppError('invalid', 'fileIsVcard')
  if (/^\s*<(!doctype\s|html|table|\?xml)/i.test(text)) throw new AppError('invalid', 'fileIsWebPage')
  const strange = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0
  if (strange > text.length / 50) throw new AppError('invalid', 'fileIsBinary')
}
