import type { en } from '../../locales/en.ts'
import type { NewTaxRate, TaxCategory } from '../model.ts'

/** Its name is a text under `taxes.presets`; the reason is printed as the country's own law puts it. */
export type Preset = Omit<NewTaxRate, 'name'> & { readonly name: keyof (typeof en)['taxes']['presets'] }

/** For what has held since before any document that a shop still has to keep. */
export const ever = '2000-01-01'

/** What is charged, in percent, from each of these days on. */
export const charged = (name: Preset['name'], ...periods: readonly (readonly [from: string, percent: number])[]): Preset => ({
  name,
  category: 'S',
  periods: periods.map(([from, percent]) => ({ from, basisPoints: Math.round(percent * 100) })),
  reason: '',
  reasonCode: '',
})

/** Nothing is charged; `reasonCode` is one of EN 16931's list VATEX. */
const uncharged = (category: TaxCategory, name: Preset['name'], reason: string, reasonCode = '', from = ever): Preset => ({
  ...{ name, category, periods: [{ from, basisPoints: 0 }], reason, reasonCode },
})

export const zeroRated = (from = ever) => uncharged('Z', 'zero', '', '', from)
export const untaxed = () => uncharged('Z', 'noTax', '')
export const exempt = (name: Preset['name'], reason: string, reasonCode = '') => uncharged('E', name, reason, reasonCode)
export const outside = (name: Preset['name'], reason: string) => uncharged('O', name, reason)
export const reverseCharge = (reason: string, reasonCode = 'VATEX-EU-AE') => uncharged('AE', 'reverseCharge', reason, reasonCode)
export const withinUnion = (reason: string) => uncharged('K', 'withinUnion', reason, 'VATEX-EU-IC')
export const exported = (reason: string, reasonCode = 'VATEX-EU-G') => uncharged('G', 'export', reason, reasonCode)

/** Medical care by those whose profession it is: article 132 (1) (c) of the VAT directive. */
export const medicalCare = (reason: string) => exempt('medicalCare', reason, 'VATEX-EU-132-1C')
