import { AppError } from '../../../shared/errors.ts'
import { showsDates } from '../../../shared/imports/spreadsheet.ts'
import { readXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/** What it takes to read a sheet: its strings stand in a list of their own, its dates are numbers that a style shows as dates. */
export type Workbook = {
  zip: Zip
  sheets: readonly { name: string; part: string }[]
  since1904: boolean
  texts: readonly string[]
  dateStyles: ReadonlySet<number>
}

export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path)
  try {
    for (const part of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/sharedStrings.xml']) zip.checkHeld(part)
    const { sheets, since1904 } = await readSheets(zip)
    if (sheets.length === 0) throw new AppError('invalid', 'fileBroken')
    return { zip, sheets, since1904, texts: await readTexts(zip), dateStyles: await readDateStyles(zip) }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Which sheets there are, and how large their parts. */
export async function sheetsOf(path: string) {
  const zip = await openZip(path)
  try {
    const { sheets } = await readSheets(zip)
    if (sheets.length === 0) throw new AppError('invalid', 'fileBroken')
    return { sheets, sizeOf: zip.sizeOf }
  } finally {
    zip.close()
  }
}

async function readSheets(zip: Zip) {
  const parts = new Map<string, string>()
  await readXml(zip.pieces('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => void (name === 'Relationship' && Id && Target && parts.set(Id, Target)),
  })
  const sheets: { name: string; part: string }[] = []
  let since1904 = false
  await readXml(zip.pieces('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      const target = name === 'sheet' ? parts.get(attributes['r:id'] ?? '') : undefined
      if (target?.includes('worksheets/'))
        sheets.push({ name: attributes.name ?? '', part: target.startsWith('/') ? target.slice(1) : `xl/${target}` })
    },
  })
  return { sheets, since1904 }
}

async function readTexts(zip: Zip) {
  const texts: string[] = []
  let text = ''
  let isText = false
  let isPhonetic = false
  await readXml(zip.pieces('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') isPhonetic = true
      isText = name === 't' && !isPhonetic
    },
    close(name) {
      if (name === 'si') texts.push(text)
      if (name === 'rPh') isPhonetic = false
      if (name === 't') isText = false
    },
    text: piece => void (isText && (text += piece)),
  })
  return texts
}

async function readDateStyles(zip: Zip) {
  const codes = new Map<number, string>()
  const dates = new Set<number>()
  let isCellStyle = false
  let index = 0
  await readXml(zip.pieces('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCellStyle = true
      if (name !== 'xf' || !isCellStyle) return
      const id = Number(attributes.numFmtId ?? 0)
      if (showsDates(id, codes.get(id))) dates.add(index)
      index++
    },
    close: name => void (name === 'cellXfs' && (isCellStyle = false)),
  })
  return dates
}
