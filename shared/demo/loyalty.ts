import type { NewReward, Terms, TierLevel } from '../loyalty/model.ts'
import type { Language } from '../settings/model.ts'

const words = {
  en: {
    name: 'Marlene’s stars',
    unit: 'stars',
    five: '5 euros off',
    mask: 'A hair mask',
    cream: 'Hand cream',
    silver: 'Silver',
    gold: 'Gold',
  },
  de: {
    name: 'Marlenes Sterne',
    unit: 'Sterne',
    five: '5 Euro Nachlass',
    mask: 'Eine Haarkur',
    cream: 'Handcreme',
    silver: 'Silber',
    gold: 'Gold',
  },
} as const satisfies Record<Language, unknown>
const perks = { en: 'Coffee on the house', de: 'Kaffee aufs Haus' } as const satisfies Record<Language, string>

export const demoProgramme = (language: Language) => ({ name: words[language].name, unit: words[language].unit })

/** A star for each euro, which lasts half a year. */
export const demoTerms = (language: Language): Terms => ({
  byAmount: { points: 1, per: 100, base: 'gross' },
  ...{ byVisit: null, byItem: [], first: null, birthday: null, weekdays: [], excluded: [], cap: null, lapsesAfter: 6 },
  ...{ earnedWhen: 'paid', mayOwe: true, worth: { points: 100, amount: 500 }, referral: { referrer: 50, referred: 25 }, byHandADay: 100 },
  ...{ fromRefund: false, sameSale: false },
  tiers: { by: 'turnover', window: 'rolling', graceMonths: 3, levels: levels(language) },
})

const levels = (language: Language): TierLevel[] => [
  { name: words[language].silver, from: 20_000, factor: 100, priceListId: null, perk: perks[language] },
  { name: words[language].gold, from: 45_000, factor: 150, priceListId: null, perk: perks[language] },
]

/** The first ones are given away over the year; the amount off waits for somebody at the till. */
export const demoRewards = (language: Language): Omit<NewReward, 'programmeId'>[] => {
  const usual = { minimum: 0, validFrom: null, validTo: null, stock: null, perClient: null, note: '' }
  return [
    { ...usual, name: words[language].cream, points: 60, effect: { kind: 'gift' } },
    { ...usual, name: words[language].mask, points: 150, effect: { kind: 'gift' } },
    { ...usual, name: words[language].five, points: 100, effect: { kind: 'amount', amount: 500 }, minimum: 2000 },
  ]
}
