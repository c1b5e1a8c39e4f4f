import type { FileRecord } from '../../../shared/imports/records.ts'
import { columnOf, dateOfSerial, plainNumber } from '../../../shared/imports/spreadsheet.ts'
import type { Workbook } from './workbook.ts'
import { createXmlReader, type Attributes } from './xml.ts'

const columnsAtMost = 16_384

/** The rows of a sheet as they come, each with its number. Formulas are their last values; of merged cells the first has the value. */
export async function* readSheet(
  workbook: Workbook,
  part: string,
): AsyncGenerator<{ bytes: number; records: FileRecord[] }, void, undefined> {
  const rows = collectRows(workbook)
  let bytes = 0
  for await (const piece of workbook.zip.pieces(part)) {
    bytes += piece.length
    rows.push(piece)
    yield { bytes, records: rows.take() }
  }
}

function collectRows(workbook: Workbook) {
  let records: FileRecord[] = []
  let line = 0
  let cells: string[] = []
  let cell: Attributes = {}
  let column = -1
  let value = ''
  let takesText = false

  function endCell() {
    const text = textOf(workbook, cell, value)
    if (text === '' || column >= columnsAtMost) return
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  const reader = createXmlReader({
    open(name, attributes) {
      if (name === 'row') {
        line = Number(attributes.r ?? line + 1)
        cells = []
        column = -1
      } else if (name === 'c') {
        cell = attributes
        column = attributes.r ? columnOf(attributes.r) : column + 1
        value = ''
      } else takesText = name === 'v' || name === 't'
    },
    close(name) {
      if (name === 'c') endCell()
      else if (name === 'row') records.push({ line, cells: cells.length === 0 ? [''] : cells, repaired: false })
      takesText = false
    },
    text: piece => void (takesText && (value += piece)),
  })

  return {
    push: reader.push,
    take() {
      const taken = records
      records = []
      return taken
    },
  }
}

function textOf({ texts, dateStyles, since1904 }: Workbook, { t: type = 'n', s: style }: Attributes, value: string) {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'e') return ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || value === '') return value
  return (dateStyles.has(Number(style)) && dateOfSerial(Number(value), since1904)) || plainNumber(value)
}
