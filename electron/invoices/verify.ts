import type { Output } from '../../shared/contract.ts'
import { groupedBy } from '../../shared/group.ts'
import { Instalments, nextDueOn } from '../../shared/invoices/instalments.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import type { DocumentRow, LineRow } from './rows.ts'
import { sealOf } from './seal.ts'

type Broken = Output<'invoices.verify'>['broken'][number]
type Fault = Broken['fault']

const atOnce = 500

/** Goes through all that was issued, series by series: is each as it was sealed, does it follow the one before, do its sums agree? */
export async function verify(_input: unknown, { db }: { db: Db }) {
  const broken: Broken[] = []
  let documents = 0
  let before: DocumentRow | null = null
  let page = await queries.issuedIn(db, { series: '', sequence: 0 }, atOnce).execute()
  while (page.length > 0) {
    const parts = await partsOf(
      db,
      page.map(({ id }) => id),
    )
    for (const document of page) {
      documents++
      const fault = faultOf(document, before?.series === document.series ? before : null, parts(document.id))
      if (fault) broken.push({ id: document.id, number: document.number!, fault })
      before = document
    }
    const last: DocumentRow = page.at(-1)!
    page = await queries.issuedIn(db, { series: last.series!, sequence: last.sequence! }, atOnce).execute()
  }
  return { documents, broken }
}

async function partsOf(db: Db, ids: readonly number[]) {
  const lines = groupedBy(await queries.linesOf(db, ids).execute(), ({ documentId }) => documentId)
  const taxes = groupedBy(await queries.taxesOf(db, ids).execute(), ({ documentId }) => documentId)
  const settled = new Map((await queries.settledOf(db, ids).execute()).map(({ documentId, amount }) => [documentId, amount]))
  return (id: number) => ({ lines: lines.get(id) ?? [], taxes: taxes.get(id) ?? [], settled: settled.get(id) ?? 0 })
}

type Parts = { lines: readonly LineRow[]; taxes: readonly Charged[]; settled: number }

function faultOf(document: DocumentRow, before: DocumentRow | null, { lines, taxes, settled }: Parts): Fault | null {
  if (sealOf(document, lines) !== document.hash) return 'changed'
  if (document.sequence !== (before?.sequence ?? 0) + 1) return 'gap'
  if (document.previousHash !== (before?.hash ?? '')) return 'chain'
  const groups = JSON.parse(document.groups) as Charged[]
  const isCharged = document.kind === 'quote' || JSON.stringify(taxes.map(charge)) === JSON.stringify(groups.map(charge))
  return isCharged && settled === document.settled && isDueAsAgreed(document) ? null : 'sums'
}

/** Of what is paid in parts, the day goes on with what is settled, so it is not sealed. */
const isDueAsAgreed = ({ instalments, settled, dueOn }: DocumentRow) =>
  instalments === null || nextDueOn(Instalments.parse(JSON.parse(instalments)), settled) === dueOn

/** What stands in the book of taxes, beside what was sealed. */
type Charged = { category: string; basisPoints: number; net: number; tax: number }
const charge = ({ category, basisPoints, net, tax }: Charged) => [category, basisPoints, net, tax]
