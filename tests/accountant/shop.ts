import { readFileSync } from 'node:fs'
import type { Input } from '../../shared/contract.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'

/** A German shop whose accountant is known to DATEV, and a day in it. */
export async function anAccountantsShop() {
  const { destination, folder, ...app } = await aShopWithFiles()
  const shop = await furnishShop(app)
  const { api } = shop
  await api('settings.update', { language: 'de' })
  await api('accountant.changeSettings', { consultant: 29_098, client: 55_003 })

  const days = { from: '2026-11-01', to: '2026-11-30' }
  /** The batch of these days: the head, and what is in each booking. */
  async function batch(over: Partial<Input<'exports.datev'>> = {}) {
    const { path, out } = destination('EXTF_Buchungsstapel.csv')
    const { rows } = await api.run('exports.datev', { ...days, out, ...over })
    const bytes = readFileSync(path)
    const [head = '', columns = '', ...lines] = new TextDecoder('windows-1252').decode(bytes).split('\r\n')
    const bookings = lines.filter(Boolean).map(line => {
      const cells = cellsOf(line)
      return [0, 1, 6, 7, 8, 9, 10, 13].map(place => cells[place]).join(' | ')
    })
    return { rows, bytes, head, columns, lines, bookings }
  }
  return { ...shop, destination, folder, days, batch }
}

/** As DATEV reads a line: semicolons divide, quotation marks hold together. */
export const cellsOf = (line: string) =>
  [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"'))

export const because = (reason: string) => ({ failure: { reason } })
