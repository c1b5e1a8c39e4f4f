import { plainName } from '../files/names.ts'

const openDocument = 'application/vnd.oasis.opendocument.'
const openXml = 'application/vnd.openxmlformats-officedocument.'

const zip = 'PK\x03\x04'

/** First bytes, as Latin-1 text, what else has to stand there, and what it is then. */
const beginnings: readonly [start: string, also: RegExp, mediaType: string][] = [
  ['\x89PNG\r\n\x1a\n', /^/, 'image/png'],
  ['\xff\xd8\xff', /^/, 'image/jpeg'],
  ['GIF8', /^.{4}[79]a/, 'image/gif'],
  ['RIFF', /^[^]{8}WEBP/, 'image/webp'],
  ['%PDF-', /^/, 'application/pdf'],
  ...['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '!<arch>'].map(
    (start): [string, RegExp, string] => [start, /^/, 'application/x-executable'],
  ),
  [zip, /^[^]{30}mimetypeapplication\/vnd\.oasis\.opendocument\.text/, `${openDocument}text`],
  [zip, /^[^]{30}mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, `${openDocument}spreadsheet`],
  [zip, /vbaProject\.bin/, 'application/zip'],
  [zip, /\bword\//, `${openXml}wordprocessingml.document`],
  [zip, /\bxl\//, `${openXml}spreadsheetml.sheet`],
  [zip, /^/, 'application/zip'],
]

/** How much of a file's beginning tells what it is. */
export const tellingBytes = 4096

/** What a file is, by its content alone. */
export function mediaTypeOf(head: Uint8Array): string {
  const text = Array.from(head, byte => String.fromCharCode(byte)).join('')
  const found = beginnings.find(([start, also]) => text.startsWith(start) && also.test(text))
  if (found) return found[2]
  return head.length > 0 && !/[^\P{Cc}\t\n\v\f\r\x80-\x9f]/u.test(text) ? 'text/plain' : 'application/octet-stream'
}

export const isPicture = ({ mediaType }: { mediaType: string }) => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)

/** The endings under which the system shows such a file, and starts nothing. */
const harmless: Readonly<Record<string, RegExp>> = {
  'image/png': /\.png$/i,
  'image/jpeg': /\.jpe?g$/i,
  'image/gif': /\.gif$/i,
  'image/webp': /\.webp$/i,
  'application/pdf': /\.pdf$/i,
  'text/plain': /\.(txt|csv|md)$/i,
  [`${openDocument}text`]: /\.odt$/i,
  [`${openDocument}spreadsheet`]: /\.ods$/i,
  [`${openXml}wordprocessingml.document`]: /\.docx$/i,
  [`${openXml}spreadsheetml.sheet`]: /\.xlsx$/i,
}

/** Anything else is only saved where the person wants it: name and content have to agree on something that does nothing by itself. */
export const mayOpen = ({ mediaType, fileName }: { mediaType: string; fileName: string }) => harmless[mediaType]?.test(fileName) ?? false

/** A name that any system can write, without a way into another folder. */
export function safeName(name: string) {
  const trimmed = plainName(name)
  const dot = trimmed.lastIndexOf('.')
  const ending = dot > 0 ? trimmed.slice(dot).slice(0, 20) : ''
  return (dot > 0 ? trimmed.slice(0, dot) : trimmed).slice(0, 180) + ending || 'file'
}
