import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { fromCii } from '../../shared/einvoice/read-cii.ts'
import { fromUbl } from '../../shared/einvoice/read-ubl.ts'
import type { XmlElement } from '../../shared/einvoice/xml.ts'
import { enclosedXml, isPdf } from './enclosed.ts'
import { readTree } from './xml-tree.ts'

const megabyte = 1_000_000
/** Pictures of what was delivered may be in there; the text of an invoice never comes to that much. */
const fileAtMost = 100 * megabyte
const xmlAtMost = 20 * megabyte

/** An e-invoice that was received, from wherever: nothing of it is believed. */
export function readEInvoice(path: string) {
  const bytes = read(path)
  const isEnclosed = isPdf(bytes)
  const found = isEnclosed ? invoiceIn(bytes) : understood(treeOf(bytes), bytes)
  if (!found) throw new AppError('invalid', isEnclosed ? 'pdfWithoutEInvoice' : 'noEInvoice')
  return { ...found, isEnclosed }
}

function read(path: string) {
  try {
    if (statSync(path).size > fileAtMost) throw new AppError('invalid', 'eInvoiceTooLarge')
    return readFileSync(path)
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('storage', 'fileUnreadable', {}, { cause })
  }
}

function treeOf(bytes: Buffer) {
  if (bytes.length > xmlAtMost) throw new AppError('invalid', 'eInvoiceTooLarge')
  return readTree(bytes)
}

/** Other XML may be in there too, broken or not. */
function invoiceIn(pdf: Buffer) {
  for (const xml of enclosedXml(pdf, xmlAtMost)) {
    const found = understood(treeIfAny(xml), xml)
    if (found) return found
  }
  return null
}

function treeIfAny(xml: Buffer) {
  try {
    return readTree(xml)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function understood(root: XmlElement | null, xml: Buffer) {
  if (root?.name === 'CrossIndustryInvoice') return { syntax: 'cii' as const, invoice: fromCii(root), xml }
  if (root?.name === 'Invoice' || root?.name === 'CreditNote') return { syntax: 'ubl' as const, invoice: fromUbl(root), xml }
  return null
}
