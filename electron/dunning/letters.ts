import type { Claim } from '../../shared/dunning/claim.ts'
import type { Debtor, DunningLevel, Letter, NewReminder, Proposal } from '../../shared/dunning/model.ts'
import { interestOn, levelFor, mayRemind } from '../../shared/dunning/rules.ts'
import { groupedBy } from '../../shared/group.ts'
import { Buyer } from '../../shared/invoices/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { buyerOf } from '../invoices/buyer.ts'
import { sellerNow } from '../invoices/find.ts'
import { paidBy } from '../payments/queries.ts'
import { standingsOf } from './items.ts'
import * as queries from './queries.ts'
import { aroundOf, claimIn, nextOf, sentOf, type Around, type Standing } from './standing.ts'

type Wanted = Partial<Pick<NewReminder, 'level' | 'fee' | 'text'>>

/** Every letter that may go out today, one for each client; the highest level first. */
export async function dueLetters(context: Context): Promise<Proposal[]> {
  const { db } = context
  const around = await aroundOf(context)
  const due = (await queries.standings(db, around.currency).execute()).filter(row => nextOf(row, around).state === 'due')
  const letters: Proposal[] = []
  for (const rows of groupedBy(due, ({ contactId, id }) => contactId ?? -id).values())
    letters.push(await withCredit(db, await letterOf(db, rows, around)))
  return letters.sort((a, b) => b.level - a.level || a.recipient.name.localeCompare(b.recipient.name))
}

/** For one client: of what may be reminded of today, else of all that is overdue. */
export async function proposeLetter({ level, ...debtor }: Debtor & Pick<NewReminder, 'level'>, context: Context): Promise<Proposal | null> {
  const { db } = context
  const around = await aroundOf(context)
  const late = (await standingsOf(db, debtor, around)).filter(row => isLate(row, around) && mayRemind(nextOf(row, around)))
  const due = late.filter(row => nextOf(row, around).state === 'due')
  const rows = due.length > 0 ? due : late
  return rows.length > 0 ? withCredit(db, await letterOf(db, rows, around, { level })) : null
}

export const isLate = (row: Standing, { today }: Around) => (claimIn(row, { today })?.dueOn ?? today) < today

async function withCredit(db: Db, letter: Letter): Promise<Proposal> {
  if (letter.contactId === null) return { ...letter, credit: 0 }
  const { credit } = await paidBy(db, letter.contactId).executeTakeFirstOrThrow()
  return { ...letter, credit }
}

/** What a letter says because of these; its words and its fee are those of the highest level among them. */
export async function letterOf(db: Db, rows: readonly Standing[], around: Around, wanted: Wanted = {}): Promise<Letter> {
  const { settings, today, currency } = around
  const documents = new Map((await documentsOf(db, rows)).map(row => [row.id, row]))
  const latest = [...documents.values()].at(-1)!
  const usual = highest(rows)
  const level = wanted.level ?? usual
  const { payDays, fee, words } = settings.levels[level - 1]!
  const items = rows.toSorted(oldestFirst).map(row => {
    const { number, issuedOn } = documents.get(row.id)!
    return { documentId: row.id, number: number!, issuedOn: issuedOn!, ...itemOf(row, { usual, level }, around) }
  })
  const { contactId } = rows[0]!
  return {
    ...{ contactId, level, day: today, payBy: dayAfter(today, payDays), language: latest.language, currency },
    ...{ recipient: await recipientOf(db, contactId, latest.buyer), seller: await sellerNow(db) },
    ...{ title: words[latest.language].title, text: wanted.text ?? words[latest.language].text, items },
    ...{ fee: wanted.fee ?? fee, interest: items.reduce((sum, { interest }) => sum + interest, 0) },
  }
}

const documentsOf = async (db: Db, rows: readonly Standing[]) => {
  const documents = await queries
    .documents(
      db,
      rows.map(({ id }) => id),
    )
    .execute()
  return documents.sort((a, b) => a.issuedOn!.localeCompare(b.issuedOn!) || a.id - b.id)
}

const highest = (rows: readonly Standing[]) => Math.max(...rows.map(row => levelFor(sentOf(row)))) as DunningLevel

const oldestFirst = (a: Standing, b: Standing) => a.dueOn!.localeCompare(b.dueOn!) || a.id - b.id

/** What has just become overdue does not get the last level with what has been so for long; the furthest get the letter's own. */
function itemOf(row: Standing, ofLetter: { usual: DunningLevel; level: DunningLevel }, { settings, today }: Around) {
  const claim: Claim = claimIn(row, { today })!
  const own = levelFor(sentOf(row))
  const level = own === ofLetter.usual || own > ofLetter.level ? ofLetter.level : own
  const interest = ofLetter.level >= settings.interestFrom ? interestOn(claim, settings.interest, today) : 0
  return { dueOn: claim.dueOn, open: claim.open, level, interest }
}

/** Whoever the last invoice was for; where that is the client, at the address that their card has now. */
async function recipientOf(db: Db, contactId: number | null, buyer: string | null): Promise<Buyer> {
  const written = Buyer.parse(JSON.parse(buyer ?? 'null'))
  const onCard = await buyerOf(db, contactId)
  return onCard.name === written.name && onCard.address.locality !== '' ? onCard : written
}
