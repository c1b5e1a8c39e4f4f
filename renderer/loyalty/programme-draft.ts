import type { Item, NewProgramme, Programme, Terms } from '../../shared/loyalty/model.ts'
import { today } from '../composables/today.ts'
import { newTiers, tiersDraft, tiersOf, type TiersDraft } from './tiers-draft.ts'

export type ItemsDraft = { serviceIds: number[]; productIds: number[] }

export const spentPolicies = ['owe', 'forgive', 'refund'] as const
export type SpentPolicy = (typeof spentPolicies)[number]

/** A programme in its form: a part that is switched off keeps what was typed, a number may still be missing. */
export type ProgrammeDraft = {
  name: string
  unit: string
  startsOn: string
  byAmount: { on: boolean; points: number | null; per: number | null; base: 'gross' | 'net' }
  byVisit: { on: boolean; points: number | null; minimum: number | null }
  first: { on: boolean; points: number | null }
  birthday: { on: boolean; points: number | null; days: number | null }
  /** By ISO weekday; null: as on any other. In percent. */
  weekdays: (number | null)[]
  lapse: { on: boolean; months: number | null }
  cap: number | null
  earnedWhen: Terms['earnedWhen']
  /** What becomes of points that are gone when their invoice is taken back. */
  spent: SpentPolicy
  sameSale: boolean
  worth: { points: number | null; amount: number | null }
  /** Points for each of certain things; other things for which there are other numbers are kept as they are. */
  byItem: ItemsDraft & { on: boolean; points: number | null; others: Terms['byItem'] }
  excluded: ItemsDraft
  tiers: TiersDraft
  referral: { on: boolean; referrer: number | null; referred: number | null }
  byHandADay: number | null
}

const itemsOf = (items: readonly Item[]): ItemsDraft => ({
  serviceIds: items.flatMap(({ kind, id }) => (kind === 'service' ? [id] : [])),
  productIds: items.flatMap(({ kind, id }) => (kind === 'product' ? [id] : [])),
})
const asItems = ({ serviceIds, productIds }: ItemsDraft): Item[] => [
  ...serviceIds.map(id => ({ kind: 'service' as const, id })),
  ...productIds.map(id => ({ kind: 'product' as const, id })),
]

/** What many shops begin with: a point for each unit of the currency, which lasts a year or more. */
export const newProgrammeDraft = (unit: string, whole: number): ProgrammeDraft => ({
  ...{ name: '', unit, startsOn: today() },
  byAmount: { on: true, points: 1, per: whole, base: 'gross' },
  byVisit: { on: false, points: 10, minimum: null },
  first: { on: false, points: 20 },
  birthday: { on: false, points: 50, days: 7 },
  weekdays: Array.from({ length: 7 }, () => null),
  lapse: { on: true, months: 24 },
  ...{ cap: null, earnedWhen: 'paid', spent: 'owe', sameSale: false },
  worth: { points: 100, amount: 5 * whole },
  byItem: { on: false, points: 1, others: [], ...itemsOf([]) },
  excluded: itemsOf([]),
  tiers: newTiers(),
  referral: { on: false, referrer: 50, referred: 50 },
  byHandADay: null,
})

/** One stamp for each of certain things, which last until they are spent. */
export const newStampCard = (unit: string, whole: number): ProgrammeDraft => {
  const usual = newProgrammeDraft(unit, whole)
  return {
    ...usual,
    ...{ byAmount: { ...usual.byAmount, on: false }, lapse: { ...usual.lapse, on: false } },
    ...{ byItem: { ...usual.byItem, on: true }, worth: { points: 10, amount: 5 * whole } },
  }
}

export function draftOf({ name, unit, startsOn, terms }: Programme, whole: number): ProgrammeDraft {
  const usual = newProgrammeDraft(unit, whole)
  const { byAmount, byVisit, first, birthday, weekdays, lapsesAfter, cap, earnedWhen, worth, referral, byHandADay } = terms
  return {
    ...{ name, unit, startsOn, cap, earnedWhen, sameSale: terms.sameSale, worth: { ...worth }, byHandADay },
    spent: terms.fromRefund ? 'refund' : terms.mayOwe ? 'owe' : 'forgive',
    byAmount: { ...usual.byAmount, ...byAmount, on: byAmount !== null },
    byVisit: { ...usual.byVisit, ...byVisit, on: byVisit !== null },
    first: { points: first ?? usual.first.points, on: first !== null },
    birthday: { ...usual.birthday, ...birthday, on: birthday !== null },
    weekdays: usual.weekdays.map((_none, index) => weekdays.find(({ weekday }) => weekday === index + 1)?.factor ?? null),
    lapse: { on: lapsesAfter !== null, months: lapsesAfter ?? usual.lapse.months },
    ...{ byItem: byItemDraft(terms, usual), excluded: itemsOf(terms.excluded), tiers: tiersDraft(terms.tiers) },
    referral: { ...usual.referral, ...referral, on: referral !== null },
  }
}

function byItemDraft({ byItem }: Terms, usual: ProgrammeDraft): ProgrammeDraft['byItem'] {
  const points = byItem[0]?.points ?? usual.byItem.points
  const alike = byItem.filter(one => one.points === points)
  const others = byItem.filter(one => one.points !== points)
  return { on: byItem.length > 0, points, others, ...itemsOf(alike.map(({ item }) => item)) }
}

/** What is missing is asked for by the model: a zero is none of its numbers. */
export const programmeOf = (draft: ProgrammeDraft): NewProgramme => ({
  ...{ name: draft.name, unit: draft.unit, startsOn: draft.startsOn },
  terms: termsOf(draft),
})

export function termsOf(draft: ProgrammeDraft): Terms {
  const { byAmount, byVisit, byItem, first, birthday, weekdays, lapse, cap, earnedWhen, spent, sameSale, worth, referral, byHandADay } =
    draft
  return {
    byAmount: byAmount.on ? { points: byAmount.points ?? 0, per: byAmount.per ?? 0, base: byAmount.base } : null,
    byVisit: byVisit.on ? { points: byVisit.points ?? 0, minimum: byVisit.minimum ?? 0 } : null,
    byItem: byItem.on ? [...asItems(byItem).map(item => ({ item, points: byItem.points ?? 0 })), ...byItem.others] : [],
    excluded: asItems(draft.excluded),
    first: first.on ? (first.points ?? 0) : null,
    birthday: birthday.on ? { points: birthday.points ?? 0, days: birthday.days ?? 0 } : null,
    weekdays: weekdays.flatMap((factor, index) => (factor === null ? [] : [{ weekday: index + 1, factor }])),
    lapsesAfter: lapse.on ? (lapse.months ?? 0) : null,
    ...{ mayOwe: spent !== 'forgive', fromRefund: spent === 'refund', sameSale },
    ...{ cap, earnedWhen, worth: { points: worth.points ?? 0, amount: worth.amount ?? 0 }, byHandADay },
    ...{ tiers: tiersOf(draft.tiers), referral: referral.on ? pairOf(referral) : null },
  }
}

const pairOf = ({ referrer, referred }: ProgrammeDraft['referral']) => ({ referrer: referrer ?? 0, referred: referred ?? 0 })
