import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApp } from '../../electron/app.ts'
import { pagesFolder } from '../../electron/launch/project.ts'
import { serveWeb } from '../../electron/transports/web.ts'
import { createApi, type Api } from '../../shared/api.ts'
import { demoShop } from '../../shared/demo/shop.ts'
import { owner } from '../../shared/permissions.ts'

/** A Tuesday morning in Hamburg, four minutes to eleven. */
export const moment = new Date('2026-11-24T09:56:00.000Z')
export const zone = 'Europe/Berlin'

/** The demo shop on an ordinary day, served for a browser. */
export async function openPictureShop(dataFolder: string) {
  const client = await fill(dataFolder)
  const app = await openApp({ dataFolder, now: () => moment, workerFile: new URL('../../electron/jobs/worker.ts', import.meta.url) })

  let address = ''
  const log = { bug: (bug: unknown) => void process.stderr.write(`${String(bug)}\n`), note: () => undefined }
  const web = await serveWeb({ app, log, dataFolder, pages: pagesFolder, announce: next => (address = next) })
  return {
    client,
    exportedFile: writeExportedFile(dataFolder),
    address: () => address,
    close: async () => {
      await web.close()
      await app.close()
    },
  }
}

/** Without workers, everything goes by this clock. */
async function fill(dataFolder: string) {
  const app = await openApp({ dataFolder, now: () => moment })
  const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
  await api('settings.update', { ...demoShop, language: 'en', zone })
  await api.run('demo.fill', { contacts: 2000 })
  await api.run('demo.fillBooks', {})
  const client = await spendDay(api)
  await app.close()
  return client
}

/** What somebody at the counter does in a morning: so that the history has something to tell. */
async function spendDay(api: Api) {
  const { contacts } = await api('contacts.list', { limit: 14 })
  const lately = await api('appointments.between', { from: '2026-09-01', to: '2026-11-24' })
  const known = contacts.filter(({ kind, phone, email, birthday }) => kind === 'person' && phone && email && birthday)
  const client = known.find(({ id }) => lately.some(({ contactId }) => contactId === id)) ?? known[0] ?? contacts[0]!
  await api('contacts.update', {
    id: client.id,
    note: 'Allergic to ammonia. Use line N only.\nWants to go one shade warmer next time.',
    tags: ['VIP', 'Regular'],
    language: 'de',
  })
  const created = await api('contacts.create', {
    givenName: 'Élodie',
    familyName: 'Marchand',
    phones: [{ label: 'mobile', number: '+33 6 39 98 12 34' }],
  })
  await api.run('contacts.tagMany', { selection: { ids: contacts.slice(3, 9).map(({ id }) => id) }, tag: 'Newsletter', action: 'add' })
  await api('contacts.trash', { ids: [created.id] })
  const [latest] = await api('operations.list', { limit: 1 })
  await api.run('operations.undo', { id: latest!.id })
  return client
}

function writeExportedFile(folder: string) {
  const file = join(folder, 'kunden.csv')
  const rows = [
    'Vorname;Nachname;Firma;Telefon;Mobil;E-Mail;PLZ;Ort;Geburtstag;Bemerkung',
    'Björn;Ahlgren;;;0167 9234 5678;bjoern.ahlgren@example.com;22765;Hamburg;14.05.1984;Immer bei Jana',
    'Çiğdem;Aksoy;;;+49 161 95550118;cigdem.aksoy@example.org;22767;Hamburg;03.02.1991;',
    ';;Hansen Tischlerei GmbH;040 66969 120;;info@hansen.example.com;22303;Hamburg;;Rechnung per E-Mail',
    'Ilse;Brandt;;040/66969 210;;ilse.brandt(at)example.com;25421;Pinneberg;31.02.1948;',
    'João;Carvalho;;;0165 9000 4510;joao@example.net;20359;Hamburg;22.11.1979;"Kommt mit Hund, sitzt am Fenster"',
    'Katarzyna;Wójcik;;;0166-93441290;k.wojcik@example.com;22081;Hamburg;09.08.1996;',
    'Lars;Nilsen;;;+49 167 9912 3456;lars.nilsen@example.org;20144;Hamburg;;Zahlt bar',
    'Miriam;Feldmann;;040 66969 345;0161 9445 6120;miriam@example.com;22529;Hamburg;17.03.1988;',
    'Gülşah;Öztürk;;;0165 9001 1998;guelsah.oeztuerk@example.com;21073;Hamburg;28.06.1990;Allergisch gegen PPD',
    'Daniel & Ruth;Weiß;;040 66969 881;;weiss@example.net;22589;Hamburg;;Familie',
  ]
  writeFileSync(file, `\uFEFF${rows.join('\r\n')}\r\n`)
  return file
}
