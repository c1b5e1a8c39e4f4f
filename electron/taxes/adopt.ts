import type { Language } from '../../shared/settings/model.ts'
import type { NewTaxRate, TaxRate } from '../../shared/taxes/model.ts'
import { presetsOf } from '../../shared/taxes/presets.ts'
import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import { textIn } from '../texts.ts'
import { taxesOf } from './find.ts'
import { toRow } from './rows.ts'
import * as queries from './queries.ts'

export const ratesOfCountry = (country: string, language: Language): NewTaxRate[] =>
  presetsOf(country).map(preset => ({ ...preset, name: textIn(language, `taxes.presets.${preset.name}`) }))

/** Adds the rates of a country that the shop has not got yet, and counts them. */
export async function adoptRates(db: Db, wanted: { country: string; language: Language; at: string }) {
  const known = await taxesOf(db)
  const added = ratesOfCountry(wanted.country, wanted.language).filter(rate => !known.some(other => isSame(other, rate)))
  for (const [place, rate] of added.entries()) {
    const isTaken = known.some(({ name, archivedAt }) => archivedAt === null && fold(name) === fold(rate.name))
    const name = isTaken ? `${rate.name} (${wanted.country})` : rate.name
    const facts = { position: known.length + place, createdAt: wanted.at, archivedAt: null }
    await queries.insert(db, { ...toRow({ ...rate, name }), ...facts }).execute()
  }
  return added.length
}

/** In whichever language, and however it was named since: what is charged by its rate, what is not by its reason. */
function isSame(known: TaxRate, preset: NewTaxRate) {
  if (known.category !== preset.category) return false
  if (preset.category === 'S') return known.periods.some(({ basisPoints }) => basisPoints === preset.periods.at(-1)!.basisPoints)
  return known.reason === preset.reason
}
