import type { NewProduct } from '../catalogue/product.ts'
import type { DraftLine } from '../invoices/line.ts'
import type { InvoicingSettings } from '../invoices/model.ts'
import type { PaymentMethod } from '../payments/model.ts'
import type { Language } from '../settings/model.ts'
import type { Dice } from './dice.ts'

const words = {
  en: {
    care: 'Care',
    styling: 'Styling',
    products: [
      'Shampoo, 250 ml',
      'Conditioner, 250 ml',
      'Hair mask, 150 ml',
      'Hair oil, 50 ml',
      'Styling wax',
      'Hair spray',
      'Round brush',
      'Beard oil',
      'Hand cream',
      'Nail polish',
    ],
    rental: { title: 'Rent of the chair at the window', line: 'Chair rental, {month}' },
    carePlan: { title: 'Care plan', line: 'Care plan, {period}' },
    wedding: 'Wedding package with two trials',
    giftCard: 'Gift card',
    holders: ['Grandma Ilse', 'Emma', '', 'Mr Brandt', 'Lea and Tom', 'Aunt Rosa'],
    toBank: 'To the bank',
    ...{ shooting: 'Styling for a photo shoot', travel: 'Travel', training: 'Make-up course, per person', broken: 'Opened before' },
  },
  de: {
    care: 'Pflege',
    styling: 'Styling',
    products: [
      'Shampoo, 250 ml',
      'Spülung, 250 ml',
      'Haarkur, 150 ml',
      'Haaröl, 50 ml',
      'Stylingwachs',
      'Haarspray',
      'Rundbürste',
      'Bartöl',
      'Handcreme',
      'Nagellack',
    ],
    rental: { title: 'Miete für den Stuhl am Fenster', line: 'Stuhlmiete {month}' },
    carePlan: { title: 'Pflege-Abo', line: 'Pflege-Abo {period}' },
    wedding: 'Hochzeitspaket mit zwei Probeterminen',
    giftCard: 'Gutschein',
    holders: ['Oma Ilse', 'Emma', '', 'Herr Brandt', 'Lea und Tom', 'Tante Rosa'],
    toBank: 'Zur Bank',
    ...{ shooting: 'Styling für ein Fotoshooting', travel: 'Anfahrt', training: 'Schminkkurs, je Person', broken: 'War schon geöffnet' },
  },
} as const satisfies Record<Language, unknown>

export const tradeWords = (language: Language) => words[language]

/** In cents, on the shelf and to the shop. */
const prices = [
  [1490, 690],
  [1590, 720],
  [2490, 1100],
  [2990, 1350],
  [1790, 760],
  [1390, 580],
  [1890, 800],
  [1690, 720],
  [990, 380],
  [890, 310],
] as const

export const demoProducts = (language: Language): NewProduct[] =>
  words[language].products.map((name, place) => ({
    ...{ name, category: words[language][place < 4 ? 'care' : 'styling'], sku: `P-${100 + place}`, barcode: `40123450000${10 + place}` },
    ...{ unit: 'C62', price: prices[place]![0], pricing: 'gross', taxRateId: null, cost: prices[place]![1], isStocked: true, note: '' },
  }))

/** What stays in the drawer over night, in cents. */
export const floatInDrawer = 15_000

/** Every month, and every three months; and what is paid in parts. */
export const demoRecurring = (language: Language) => {
  const { rental, carePlan } = words[language]
  return [
    { every: 1, mode: 'draft', title: rental.title, line: { name: rental.line, price: 38_000 } },
    { every: 3, mode: 'issue', title: carePlan.title, line: { name: carePlan.line, price: 17_700 } },
  ] as const
}
export const demoInParts = (language: Language) => ({ name: words[language].wedding, price: 48_000 })

/** Gift cards: for whom, in cents, which product was bought with it, and what was put on it later. */
export const demoCards = (language: Language) => {
  const { giftCard: name, holders } = words[language]
  const sold = [
    [5000, null, null],
    [2500, 2, null],
    [10_000, 3, null],
    [1490, 0, null],
    [7500, null, null],
    [2500, 8, 5000],
  ] as const
  return sold.map(([amount, bought, topUp], place) => ({ name, holder: holders[place]!, amount, bought, topUp }))
}

/** How many of each have been delivered in a year. */
export const delivered = 90

export const demoSeller: InvoicingSettings['seller'] = {
  owner: 'Marlene Brandt',
  address: { street: 'Lange Reihe 68', postalCode: '20099', locality: 'Hamburg', region: '', country: 'DE' },
  ...{ phone: '+49 40 280 55 19', email: 'hallo@salon-marlene.example', website: 'salon-marlene.example' },
  ...{ vatId: 'DE123456788', taxNumber: '42/123/45678', legal: '' },
  bank: { holder: 'Marlene Brandt', iban: 'DE02120300000000202051', bic: 'BYLADEM1001', name: 'DKB' },
}

type Visit = Readonly<{ name: string; serviceId: number; staffId: number | null; price: number }>
type Product = Readonly<{ id: number; name: string; price: number }>

/** What a visit came to: some take a product home, some have something off. */
export function linesOf(
  dice: Dice,
  { name, serviceId, staffId, price }: Visit,
  products: readonly Product[],
  taxRateId: number,
): DraftLine[] {
  const common = { description: '', quantity: 1000, unit: 'C62' as const, discount: null, taxRateId }
  const percent = { kind: 'percent' as const, basisPoints: 1000 }
  const service = {
    ...common,
    kind: 'service' as const,
    itemId: serviceId,
    staffId,
    name,
    price,
    discount: dice.chance(0.04) ? percent : null,
  }
  if (!dice.chance(0.14)) return [service]
  const product = dice.pickEarly(products)
  return [service, { ...common, kind: 'product', itemId: product.id, staffId, name: product.name, price: product.price }]
}

/** Most pay at once, by card or in cash, and every tenth gives a tip; a few of the last weeks' have not paid yet. */
export function paymentOf(dice: Dice, isRecent: boolean): { method: PaymentMethod; tip: number; tendered: null } | null {
  const method = dice.chance(0.4) ? 'cash' : 'card'
  const tip = dice.chance(0.1) ? 100 * (1 + dice.below(5)) : 0
  return isRecent && dice.chance(0.03) ? null : { method, tip, tendered: null }
}

/** How far back somebody may still owe something. */
export const recentDays = 40

/** What companies have asked for: the first has said yes. */
export const demoQuotes = (language: Language) => {
  const { shooting, travel, training } = words[language]
  return [
    [
      { name: shooting, price: 32_000, quantity: 2000 },
      { name: travel, price: 4500, quantity: 1000 },
    ],
    [{ name: training, price: 4900, quantity: 8000 }],
  ]
}
