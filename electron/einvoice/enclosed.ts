import { inflateSync } from 'node:zlib'

/** Far above what invoices have. */
const streamsAtMost = 20_000
const enclosedAtMost = 50
/** Bytes of the dictionary before a stream. */
const dictionaryAtMost = 2000

/**
 * The XML files inside a PDF, the latest first: where a file was changed by adding to it, that is the one that counts. Streams
 * always stand in the file itself, so they are found without believing its tables; each is unpacked up to `bytesAtMost`.
 */
export function* enclosedXml(pdf: Buffer, bytesAtMost: number): Generator<Buffer, void, undefined> {
  let [streams, enclosed] = [0, 0]
  for (let at = pdf.lastIndexOf('stream'); at > 0; at = pdf.lastIndexOf('stream', at - 1)) {
    const dictionary = dictionaryBefore(pdf, at)
    if (dictionary === null) continue
    if (++streams > streamsAtMost) return
    if (!/\/EmbeddedFile\b|\/Subtype\s*\/(text|application)#2fxml/i.test(dictionary)) continue
    if (++enclosed > enclosedAtMost) return
    const unpacked = unpack(dictionary, contentAfter(pdf, at), bytesAtMost)
    if (unpacked) yield unpacked
  }
}

export const isPdf = (bytes: Buffer) => bytes.subarray(0, 1024).includes('%PDF-')

/** From `obj` to `>>`; null where no stream begins. */
function dictionaryBefore(pdf: Buffer, at: number) {
  if (
    !pdf
      .toString('latin1', Math.max(0, at - 10), at)
      .trimEnd()
      .endsWith('>>')
  )
    return null
  const before = pdf.toString('latin1', Math.max(0, at - dictionaryAtMost), at)
  return before.slice(before.lastIndexOf(' obj') + 1)
}

function contentAfter(pdf: Buffer, at: number) {
  const start = pdf.indexOf('\n', at) + 1
  const end = pdf.indexOf('endstream', start)
  return pdf.subarray(start, end < 0 ? pdf.length : end)
}

/** Null where it is packed in another way, is damaged, or comes to more than it may. */
function unpack(dictionary: string, content: Buffer, bytesAtMost: number): Buffer | null {
  if (!dictionary.includes('/Filter')) return content.length > bytesAtMost ? null : content
  if (!/\/Filter\s*(\/Fl(ateDecode)?\b|\[\s*\/Fl(ateDecode)?\s*\])/.test(dictionary)) return null
  try {
    return inflateSync(content, { maxOutputLength: bytesAtMost })
  } catch {
    return null
  }
}
