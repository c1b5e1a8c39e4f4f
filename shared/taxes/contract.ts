import { z } from 'zod'
import { command, query, report } from '../call.ts'
import { CalendarDate } from '../time.ts'
import { NewTaxRate, TaxRate, TaxRateChange, TaxTotal } from './model.ts'

const id = z.int().positive()

export const taxesContract = {
  /** Those that are used no more included. */
  'taxes.rates': query('invoices.read', z.strictObject({}), z.array(TaxRate)),
  'taxes.createRate': command('settings.write', NewTaxRate, TaxRate),
  'taxes.changeRate': command('settings.write', TaxRateChange, TaxRate),
  'taxes.archiveRate': command('settings.write', z.strictObject({ id, archived: z.boolean() }), TaxRate),
  /** What a country's law knows, in the shop's language; empty where we have none. */
  'taxes.presets': query('settings.read', z.strictObject({ country: z.string().length(2) }), z.array(NewTaxRate)),
  /** Adds those of the country that are not there yet. */
  'taxes.adopt': command('settings.write', z.strictObject({ country: z.string().length(2) }), z.array(TaxRate)),
  /** By the day of issue, both days included. */
  'taxes.summary': report('invoices.read', z.strictObject({ from: CalendarDate, to: CalendarDate }), z.array(TaxTotal)),
}
