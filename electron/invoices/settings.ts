import { InvoicingSettings } from '../../shared/invoices/model.ts'
import { languages, type Language, type ShopSettings } from '../../shared/settings/model.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import * as stored from '../settings/queries.ts'
import { newestOf } from './queries.ts'

const name = 'invoicing'

const prefixes = { en: { quote: 'Q', creditNote: 'CN' }, de: { quote: 'AN', creditNote: 'RK' } } satisfies Record<Language, object>
type Prefixed = keyof (typeof prefixes)['en']

function defaultsFor({ country }: ShopSettings, prefixOf: Record<Prefixed, string>): InvoicingSettings {
  const address = { street: '', postalCode: '', locality: '', region: '', country }
  const bank = { holder: '', iban: '', bic: '', name: '' }
  const restarts = 'yearly'
  return {
    seller: { owner: '', address, phone: '', email: '', website: '', vatId: '', taxNumber: '', legal: '', bank },
    ...{ pricing: 'gross', paymentDays: 14, quoteDays: 30, defaultTaxRateId: null },
    numbers: {
      quote: { pattern: `${prefixOf.quote}-{YYYY}-####`, restarts },
      invoice: { pattern: '{YYYY}-####', restarts },
      creditNote: { pattern: `${prefixOf.creditNote}-{YYYY}-####`, restarts },
    },
    texts: { header: '', footer: '', quoteHeader: '', quoteFooter: '' },
    ...{ paper: country === 'US' ? 'LETTER' : 'A4', receiptWidth: 80, colour: '#1f6f54', logo: null },
  }
}

/** Of the shop's language, until a number was given: a series goes on as it began, whatever is spoken later. */
async function prefixFor(db: Db, kind: Prefixed, { language }: ShopSettings) {
  const last = await newestOf(db, kind).executeTakeFirst()
  const used = languages.map(language => prefixes[language][kind]).find(prefix => last?.number?.startsWith(`${prefix}-`))
  return used ?? prefixes[language][kind]
}

export async function invoicingOf(db: Db): Promise<InvoicingSettings> {
  const shop = await settingsOf(db)
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  const prefixOf = { quote: await prefixFor(db, 'quote', shop), creditNote: await prefixFor(db, 'creditNote', shop) }
  return InvoicingSettings.parse({ ...defaultsFor(shop, prefixOf), ...(row && (JSON.parse(row.value) as object)) })
}

/** What the shop has never set keeps following the defaults. */
export async function changeInvoicing(db: Db, changes: Partial<InvoicingSettings>) {
  const row = await stored.byName(db, 'setting', name).executeTakeFirst()
  const value = JSON.stringify({ ...(row && (JSON.parse(row.value) as object)), ...changes })
  await stored.put(db, 'setting', [{ name, value }]).execute()
  return invoicingOf(db)
}
