import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { FileRecord } from '../../shared/imports/records.ts'
import type { Understanding } from './understand.ts'
import { unreadable } from './unreadable.ts'
import { readCardRows } from './vcards.ts'

export type Source = Pick<Understanding, 'path' | 'format' | 'encoding' | 'sheet' | 'columns'>
/** A part of a file: text that is still to be split, or records; `bytes` were read so far. */
export type Piece = { bytes: number; text: string } | { bytes: number; records: readonly FileRecord[] }

/** Small enough that the few letters that need two bytes do not make two of every other one. */
const pieceSize = 1 << 15

/** Whatever the file is, it comes piece by piece, and one piece is held at a time. */
export async function* readSource(source: Source): AsyncGenerator<Piece, void, undefined> {
  try {
    if (source.format === 'text') yield* readText(source)
    else if (source.format === 'vcard') yield* readCardRows(source, source.columns)
    else yield* readWorkbook(source)
  } catch (cause) {
    throw unreadable(cause, basename(source.path))
  }
}

async function* readText({ path, encoding }: Source): AsyncGenerator<Piece, void, undefined> {
  const decoder = new TextDecoder(encoding)
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>) {
    bytes += piece.length
    yield { bytes, text: decoder.decode(piece, { stream: true }) }
  }
  yield { bytes, text: decoder.decode() }
}

async function* readWorkbook({ path, sheet }: Source): AsyncGenerator<Piece, void, undefined> {
  // Only who reads a workbook waits for what that takes.
  const [{ openWorkbook }, { readSheet }] = await Promise.all([import('./spreadsheet/workbook.ts'), import('./spreadsheet/sheet.ts')])
  const workbook = await openWorkbook(path)
  try {
    yield* readSheet(workbook, (workbook.sheets.find(({ name }) => name === sheet) ?? workbook.sheets[0]!).part)
  } finally {
    workbook.zip.close()
  }
}
