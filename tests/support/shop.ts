import type { Input } from '../../shared/contract.ts'
import { openApp } from './app.ts'
import { aContact, aProduct } from './factories.ts'
import { aService, aStylist, everyDay, morning } from './salon.ts'

const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
const bank = { holder: '', iban: 'DE02120300000000202051', bic: 'BYLADEM1001', name: '' }

export const aSeller = {
  owner: 'Marlene Weiß',
  address,
  phone: '',
  email: '',
  website: '',
  vatId: '',
  taxNumber: '27/123/45678',
  legal: '',
  bank,
}

/** A shop that may invoice: with its address, its tax number and the rates of its country; a cut, a shampoo, Anna and Jana. */
export const openShop = async (options: Parameters<typeof openApp>[0] = {}) => furnishShop(await openApp(options))

export async function furnishShop(app: Awaited<ReturnType<typeof openApp>>) {
  app.clock.now = morning
  const { api } = app
  await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin', openingHours: everyDay })
  await api('invoices.changeSettings', { seller: aSeller })
  const rates = await api('taxes.adopt', { country: 'DE' })
  const rateOf = (basisPoints: number) =>
    rates.find(({ category, periods }) => category === 'S' && periods.at(-1)!.basisPoints === basisPoints)!.id
  const { id: jana } = await api('staff.create', aStylist())
  const { id: cut } = await api('catalogue.createService', aService())
  const { id: shampoo } = await api('catalogue.createProduct', aProduct({ name: 'Shampoo', price: 1490, isStocked: true }))
  const { id: anna } = await api('contacts.create', aContact())
  const ids = { jana, cut, shampoo, anna, full: rateOf(1900), reduced: rateOf(700) }

  type Line = NonNullable<Input<'invoices.draft'>['lines']>[number]
  const aLine = (over: Partial<Line> = {}): Line => ({ name: 'Cut', price: 4200, taxRateId: ids.full, ...over })
  const aDraft = (over: Input<'invoices.draft'> = {}): Input<'invoices.draft'> => ({ contactId: anna, lines: [aLine()], ...over })
  /** Issued: a cut for 42 euros, but for what is said. */
  async function anInvoice(over: Input<'invoices.draft'> = {}) {
    const { id } = await api('invoices.draft', aDraft(over))
    return api('invoices.issue', { id })
  }
  /** Anna's cut with Jana at ten. */
  const aVisit = (over: Partial<Input<'appointments.book'>> = {}): Input<'appointments.book'> => ({
    contactId: anna,
    start: '2026-11-24T10:00',
    services: [{ serviceId: cut, staffId: jana }],
    ...over,
  })
  return { ...app, ids, aLine, aDraft, anInvoice, aVisit }
}
