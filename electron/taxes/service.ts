import type { taxesContract } from '../../shared/taxes/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { NewTaxRate } from '../../shared/taxes/model.ts'
import { inOrderOfDays, problemsOf } from '../../shared/taxes/rules.ts'
import type { Handlers } from '../handlers.ts'
import { refuseTaken } from '../names.ts'
import { settingsOf } from '../settings/service.ts'
import { adoptRates, ratesOfCountry } from './adopt.ts'
import { findRate, taxesOf } from './find.ts'
import * as queries from './queries.ts'
import { toRow } from './rows.ts'

export const taxHandlers: Handlers<typeof taxesContract> = {
  'taxes.rates': (_input, { db }) => taxesOf(db),

  'taxes.createRate': async (given, { db, now, describe }) => {
    const known = await taxesOf(db)
    refuseTaken(known, given.name, null, 'taxRateTaken')
    const facts = { position: known.length, createdAt: now().toISOString(), archivedAt: null }
    const { id } = await queries.insert(db, { ...toRow(checked(given)), ...facts }).executeTakeFirstOrThrow()
    describe('taxRateCreated', { name: given.name })
    return findRate(db, id)
  },

  'taxes.changeRate': async ({ id, ...changes }, { db, describe }) => {
    const before = await findRate(db, id)
    const after = { ...before, ...changes }
    if (before.archivedAt === null) refuseTaken(await taxesOf(db), after.name, id, 'taxRateTaken')
    const row = toRow(checked(after))
    if (JSON.stringify(row) !== JSON.stringify(toRow(before))) await queries.update(db, id, row).execute()
    describe('taxRateChanged', { name: after.name })
    return findRate(db, id)
  },

  'taxes.archiveRate': async ({ id, archived }, { db, now, describe }) => {
    const before = await findRate(db, id)
    if (!archived) refuseTaken(await taxesOf(db), before.name, id, 'taxRateTaken')
    const isChanged = (before.archivedAt !== null) !== archived
    if (isChanged) await queries.update(db, id, { archivedAt: archived ? now().toISOString() : null }).execute()
    describe(archived ? 'taxRateArchived' : 'taxRateBack', { name: before.name })
    return findRate(db, id)
  },

  'taxes.presets': async ({ country }, { db }) => ratesOfCountry(country, (await settingsOf(db)).language),

  'taxes.adopt': async ({ country }, { db, now, describe }) => {
    const { language } = await settingsOf(db)
    const count = await adoptRates(db, { country, language, at: now().toISOString() })
    describe('taxRatesAdopted', { count })
    return taxesOf(db)
  },

  'taxes.summary': ({ from, to }, { db }) => queries.summary(db, from, to).execute(),
}

function checked(rate: NewTaxRate): NewTaxRate {
  const problems = problemsOf(rate)
  if (problems[0]) throw AppError.from({ code: 'invalid', reason: problems[0].reason, problems })
  return { ...rate, periods: inOrderOfDays(rate.periods) }
}
