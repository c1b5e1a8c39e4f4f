import { openApp } from '../../electron/app.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

const allDay = [{ from: '00:00', to: '24:00' }]
/** Always open, so that no test depends on the hour or the day on which it runs. */
const always = Array.from({ length: 7 }, () => [...allDay])

/** A shop that has been set up, before the app is opened on it: two people, a cut, three clients, one of them on the waiting list. */
export async function fillSalon(dataFolder: string) {
  const app = await openApp({ dataFolder, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('settings.update', {
    ...{ businessName: 'Salon Marlene', country: 'DE', currency: 'EUR', language: 'en' },
    ...{ zone: 'Europe/Berlin', openingHours: always },
  })
  const hours = { weeks: [always], from: '2026-11-23' }
  for (const [name, colour] of [
    ['Jana', 'green'],
    ['Mehmet', 'blue'],
  ] as const) {
    await api('staff.create', { name, colour, hours, services: [] })
  }
  const { id: serviceId } = await api('catalogue.createService', { name: 'Cut', durationMinutes: 45, price: 4200 })
  const [, , paula] = [
    await api('contacts.create', { givenName: 'Anna', familyName: 'Petersen', phones: [{ label: 'mobile', number: '0176 1234567' }] }),
    await api('contacts.create', { givenName: 'Ruth', familyName: 'Weiß' }),
    await api('contacts.create', { givenName: 'Paula', familyName: 'Reiter', phones: [{ label: 'mobile', number: '0151 7654321' }] }),
  ]
  await api('waiting.add', { contactId: paula.id, services: [{ serviceId }] })
  await app.close()
}

/** A salon that has sold two cuts and a shampoo today. */
export async function sellInSalon(dataFolder: string) {
  const app = await openApp({ dataFolder, log: () => undefined })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  const { seller } = await api('invoices.settings', {})
  const address = { street: 'Marktstraße 1', postalCode: '20357', locality: 'Hamburg', region: '', country: 'DE' }
  await api('invoices.changeSettings', { seller: { ...seller, address, taxNumber: '27/123/45678' } })
  const rates = await api('taxes.adopt', { country: 'DE' })
  const [anna, [jana], [cut]] = [
    (await api('contacts.search', { text: 'Petersen', limit: 1 }))[0]!,
    ...[await api('staff.list', {}), await api('catalogue.services', {})],
  ] as const
  await api('contacts.update', { id: anna.id, source: 'Friends', addresses: [{ ...address, label: 'home', street: 'Hafenweg 2' }] })
  const shampoo = await api('catalogue.createProduct', { name: 'Shampoo', price: 1490 })
  const line = { taxRateId: rates[0]!.id, staffId: jana!.id }
  const lines = [
    { ...line, kind: 'service' as const, itemId: cut!.id, name: 'Cut', price: 4200, quantity: 2000 },
    { ...line, kind: 'product' as const, itemId: shampoo.id, name: 'Shampoo', price: 1490 },
  ]
  const { id } = await api('invoices.draft', { contactId: anna.id, lines })
  await api('invoices.issue', { id })
  await app.close()
}
