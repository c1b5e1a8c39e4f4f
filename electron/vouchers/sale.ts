import { randomBytes } from 'node:crypto'
import { oneUnit, priceFor } from '../../shared/money.ts'
import { words } from '../../shared/text.ts'
import { codeFrom } from '../../shared/vouchers/code.ts'
import { expiryOf } from '../../shared/vouchers/rules.ts'
import type { CommandContext } from '../handlers.ts'
import type { DocumentRow, LineRow } from '../invoices/rows.ts'
import { rowOf } from './find.ts'
import { enter, redeem, restore, takeBack } from './ledger.ts'
import { packageOf } from './packages.ts'
import * as queries from './queries.ts'
import { voucherSettingsOf } from './settings.ts'
import { topUp } from './top-up.ts'

/** What the lines of a document that is being issued do to vouchers: they come to be by their sale, are topped up, and go with its credit note. */
export async function moveVouchers(context: CommandContext, document: DocumentRow, lines: readonly LineRow[]) {
  for (const line of lines) {
    if (document.kind === 'invoice') await sell(context, document, line)
    if (document.kind === 'creditNote') await unsell(context, document, line)
  }
}

async function sell(context: CommandContext, document: DocumentRow, line: LineRow) {
  const { db } = context
  if (line.kind === 'voucher' && line.voucherId !== null) return topUp(context, document, line)
  if (line.kind === 'voucher') await create(context, document, line, { serviceId: null, issued: line.amount })
  if (line.kind === 'package') {
    const { serviceId, units } = await packageOf(db, line.packageId!)
    await create(context, document, line, { serviceId, issued: units * oneUnit })
  }
  if (line.kind === 'redemption') {
    await redeem(context, await rowOf(db, line.voucherId!), line.quantity, { documentId: document.id })
  }
}

/** The lines of a credit note have negative sums and quantities. */
async function unsell(context: CommandContext, document: DocumentRow, line: LineRow) {
  if (line.kind === 'redemption') await restore(context, line.voucherId!, -line.quantity, { documentId: document.id })
  if (line.kind !== 'voucher' && line.kind !== 'package') return
  const id = line.voucherId ?? (await queries.byLine(context.db, line.creditsLineId!).executeTakeFirstOrThrow()).id
  const { issued } = await rowOf(context.db, id)
  const amount = line.kind === 'voucher' ? -line.amount : priceFor(issued, -line.quantity)
  if (amount > 0) await takeBack(context, id, amount, document.id)
}

type Made = Readonly<{ serviceId: number | null; issued: number }>

async function create(context: CommandContext, document: DocumentRow, line: LineRow, { serviceId, issued }: Made) {
  const { db, now } = context
  const at = now().toISOString()
  const code = await freshCode(context)
  const today = document.issuedOn!
  const { id } = await queries
    .insert(db, {
      ...{ code, kind: line.kind === 'voucher' ? 'multiPurpose' : 'package', lineId: line.id, packageId: line.packageId, serviceId },
      ...{ contactId: document.contactId, name: line.name, holder: line.description, currency: document.currency, issued },
      ...{ search: searchOf({ code, name: line.name, holder: line.description, owner: document.buyerName }) },
      ...{ price: line.netOfAll + line.tax, issuedOn: today, expiresOn: expiryOf(await voucherSettingsOf(db), today) },
      ...{ blockedAt: null, createdAt: at, changedAt: at },
    })
    .executeTakeFirstOrThrow()
  await enter(context, id, 'issued', issued, { documentId: document.id })
}

async function freshCode({ db }: CommandContext): Promise<string> {
  for (;;) {
    const code = codeFrom([...randomBytes(16)].map(byte => byte % 32))
    if (!(await queries.byCode(db, code).executeTakeFirst())) return code
  }
}

type Named = Readonly<{ code: string; name: string; holder: string; owner: string }>

/** What a voucher is found by. */
export const searchOf = ({ code, name, holder, owner }: Named) => words(`${code} ${name} ${holder} ${owner}`).join(' ')
