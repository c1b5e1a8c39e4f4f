import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'

async function aShop() {
  const { offer, destination, ...app } = await aShopWithFiles()
  const shop = await furnishShop(app)
  const { api } = shop
  const preview = (content: string, fields?: ('name' | 'minutes' | null)[]) =>
    api('catalogue.previewServices', { file: offer(content, 'leistungen.csv'), ...(fields && { fields }) })
  const bringIn = (content: string) => api.run('catalogue.importServices', { file: offer(content, 'leistungen.csv') })
  const named = async (name: string) => (await api('catalogue.services', {})).find(service => service.name === name)
  return { ...shop, destination, preview, bringIn, named }
}

const german = [
  'Leistung;Kategorie;Dauer (min);Preis brutto;MwSt;Plätze;Raum;Bemerkung',
  'Balayage;Farbe;1:30;129,00 €;19 %;;Stuhl;Vorher waschen',
  'Yoga;;60 min;15;7;12;;',
  'Beratung;;1 Std 15;;;;;',
].join('\r\n')

describe('a list of services', () => {
  it('comes in with what its columns say, and whoever works there does them', async () => {
    const { api, bringIn, named, ids } = await aShop()
    expect(await bringIn(german)).toEqual({ created: 3, changed: 0, unchanged: 0, rejected: 0, counted: 0, rows: [] })
    expect(await named('Balayage')).toMatchObject({
      ...{ category: 'Farbe', durationMinutes: 90, price: 12_900, pricing: 'gross', taxRateId: ids.full, seats: 1, resourceKind: 'Stuhl' },
      ...{ note: 'Vorher waschen', archivedAt: null },
    })
    expect(await named('Yoga')).toMatchObject({ durationMinutes: 60, price: 1500, taxRateId: ids.reduced, seats: 12 })
    expect(await named('Beratung')).toMatchObject({ durationMinutes: 75, price: null })
    const [jana] = await api('staff.list', {})
    expect(jana!.services).toHaveLength(4)
  })

  it('changes those of the same name, leaves alone what stands empty, and is taken back as a whole', async () => {
    const { api, preview, bringIn, named } = await aShop()
    const list = 'name,minutes,price\ncut,50,45\nWash,20,\n'
    const before = await named('Cut')
    expect((await preview(list)).rows.map(({ name, outcome, changes }) => [name, outcome, changes])).toEqual([
      [
        'cut',
        'changed',
        [
          { field: 'name', from: 'Cut', to: 'cut' },
          { field: 'minutes', from: '45', to: '50' },
          { field: 'price', from: '€42.00', to: '€45.00' },
        ],
      ],
      ['Wash', 'created', [{ field: 'minutes', from: '', to: '20' }]],
    ])
    expect(await bringIn(list)).toMatchObject({ created: 1, changed: 1 })
    const [told] = await api('operations.list', { limit: 1 })
    expect(told).toMatchObject({ isFinal: false, summary: { text: 'servicesImported' } })
    await api.run('operations.undo', { id: told!.id })
    expect(await api('catalogue.services', {})).toEqual([before])
  })

  it('says of each row that stays out why', async () => {
    const { preview } = await aShop()
    const list =
      'Service,Duration,Price,Places\n,30,1,\nWash,,10,\nColour,soon,10,\nWax,20,cheap,\nNails,45,30,many\nSpa,60,1,\nspa,90,1,\n'
    const { rows, rejected } = await preview(list)
    expect(rejected).toBe(6)
    expect(rows.flatMap(({ line, problems }) => problems.map(({ column, reason }) => [line, column, reason]))).toEqual([
      [2, 'Service', 'serviceWithoutName'],
      [3, '', 'minutesMissing'],
      [4, 'Duration', 'minutesInvalid'],
      [5, 'Price', 'amountInvalid'],
      [6, 'Places', 'seatsInvalid'],
      [8, '', 'serviceTwice'],
    ])
    await expect(preview('colour,size\nred,5\n')).rejects.toMatchObject({ failure: { reason: 'servicesWithoutHeader' } })
  })

  it('comes back as it went out', async () => {
    const { api, preview, bringIn, destination } = await aShop()
    await bringIn(german)
    const { out, read } = destination()
    await api.run('exports.services', { out })
    expect(await preview(read())).toMatchObject({ created: 0, changed: 0, unchanged: 4, rejected: 0 })
  })
})
