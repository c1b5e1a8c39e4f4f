import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Amount } from '../money.ts'
import { CalendarDate } from '../time.ts'

export const Instalment = z.strictObject({ dueOn: CalendarDate, amount: Amount })
export type Instalment = Readonly<z.infer<typeof Instalment>>

export const [fewestInstalments, mostInstalments] = [2, 24]

/** The parts in which a document is paid, the earliest first; they come to what it comes to. */
export const Instalments = z
  .array(Instalment)
  .min(fewestInstalments)
  .max(mostInstalments)
  .refine(parts => parts.every(({ dueOn }, place) => place === 0 || dueOn > parts[place - 1]!.dueOn), { error: 'instalmentsOutOfOrder' })
export type Instalments = Readonly<z.infer<typeof Instalments>>

/** Where the cents go that do not divide. */
export const restPlaces = ['first', 'last'] as const
export type RestPlace = (typeof restPlaces)[number]

/** Equal parts, a month from one to the next; the 31st falls on the last day of shorter months. */
export function monthlyParts(total: number, count: number, firstOn: string, rest: RestPlace = 'last'): Instalment[] {
  const first = Temporal.PlainDate.from(firstOn)
  const each = Math.floor(total / count)
  const more = total - each * count
  return Array.from({ length: count }, (_, place) => ({
    dueOn: first.add({ months: place }).toString(),
    amount: each + (place === (rest === 'first' ? 0 : count - 1) ? more : 0),
  }))
}

/** Whether the parts come to a total, and each is worth paying. */
export const comeTo = (parts: readonly Instalment[], total: number) =>
  sumOfParts(parts) === total && parts.every(({ amount }) => amount > 0)

export const sumOfParts = (parts: readonly Instalment[]) => parts.reduce((sum, { amount }) => sum + amount, 0)

type Owed = Readonly<{ dueOn: string | null; open: number; settled: number; instalments: readonly Instalment[] | null }>

/**
 * What is still open of a document, by the day on which it is due, the earliest first: of one that is paid in parts, what is
 * settled pays for the earliest of them. Nothing of what owes nothing, or has no day.
 */
export function openByDay({ dueOn, open, settled, instalments }: Owed): Instalment[] {
  if (open <= 0 || dueOn === null) return []
  if (instalments === null) return [{ dueOn, amount: open }]
  let covered = settled
  return instalments.flatMap(({ dueOn, amount }) => {
    const paid = Math.min(Math.max(0, covered), amount)
    covered -= paid
    return paid === amount ? [] : [{ dueOn, amount: amount - paid }]
  })
}

/** When the next of it is due: the last day once all is settled. */
export function nextDueOn(parts: readonly Instalment[], settled: number) {
  let upTo = 0
  return (parts.find(({ amount }) => (upTo += amount) > settled) ?? parts.at(-1)!).dueOn
}
