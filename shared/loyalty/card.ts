import { z } from 'zod'
import { Instant } from '../time.ts'
import type { Seller } from '../invoices/model.ts'
import type { CardPaper } from '../paper/card.ts'
import { footOfCard } from '../paper/card.ts'
import type { Say } from '../paper/model.ts'

/** By what a client is found at the till. */
export const LoyaltyCard = z.strictObject({ id: z.int(), contactId: z.int(), number: z.string(), createdAt: Instant })
export type LoyaltyCard = Readonly<z.infer<typeof LoyaltyCard>>

/** GS1 keeps the numbers from 20 to 29 for use within a shop, so that no product has one; a scanner reads them as any barcode. */
const prefix = '29'
const bodyLength = 10
const ownLength = prefix.length + bodyLength + 1

/** Ten figures at random, so that nobody guesses another one from their own, and one by which a slip is found. */
export function cardNumberFrom(random: readonly number[]) {
  const body = prefix + random.slice(0, bodyLength).join('')
  return body + checkDigit(body)
}

/** GS1's sum: finds every wrong figure, and most neighbours that changed places. */
function checkDigit(body: string) {
  const sum = [...body].reduce((total, figure, place) => total + Number(figure) * (place % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

const isOwn = (number: string) => number.length === ownLength && number.startsWith(prefix) && /^\d+$/.test(number)

/** As somebody types or scans it; those of another system are of letters and figures. null where it cannot be one, as after a slip. */
export function readCardNumber(typed: string) {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '')
  if (!/^[0-9A-Z]{4,40}$/.test(compact) || !/\d/.test(compact)) return null
  return isOwn(compact) && checkDigit(compact.slice(0, -1)) !== compact.at(-1) ? null : compact
}

/** In groups, as it is printed and read out. */
export const writtenCardNumber = (number: string) =>
  isOwn(number) ? number.replace(/^(\d\d)(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3 $4') : number

type Member = Readonly<{ name: string; number: string }>

/** `say` looks up the words below `loyalty.card`. */
export const memberCard = ({ name, number }: Member, seller: Seller, language: string, say: Say): CardPaper => ({
  ...{ shop: seller.name, title: say('title'), worth: name, holder: '' },
  ...{ code: writtenCardNumber(number), scanned: number, notes: [say('note')], foot: footOfCard(seller, language) },
})
