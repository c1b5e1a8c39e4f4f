import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { learnKey } from '../../electron/db/keys.ts'
import { freshSalt, keyFrom } from '../../electron/vault/derive.ts'
import { changeNote, signOf } from '../../electron/vault/note.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { aShopWithFiles } from '../support/files.ts'
import { aFolder } from '../support/folder.ts'
import { passphrase } from '../support/vault.ts'

type Language = 'en' | 'de'

async function aShop(language: Language = 'en') {
  const dataFolder = aFolder()
  const shop = await aShopWithFiles({ dataFolder })
  await shop.api('settings.update', { businessName: 'Salon Marlene', language, zone: 'Europe/Berlin' })
  /** What stands on the sheet, line by line. */
  async function printed(save: (out: string) => Promise<{ pages: number }>) {
    const { path, out } = shop.destination('sheet.pdf')
    expect(await save(out)).toEqual({ pages: 1 })
    const [page] = await readPdf(readFileSync(path))
    return page!.lines
  }
  return { ...shop, dataFolder, printed }
}

/** A shop whose data this passphrase opens, for all that its note says. */
async function anEncryptedShop(language: Language, secret = passphrase) {
  const shop = await aShop(language)
  const salt = freshSalt()
  const key = await keyFrom(secret, salt)
  learnKey(salt, key)
  changeNote(shop.dataFolder, { sign: signOf(salt, key) })
  return shop
}

const ofTheData = {
  en: [
    'Recovery sheet of Salon Marlene: the data',
    'Printed on 21 Nov 2026. Keep it locked away, not beside the PC: whoever has it and the PC’s disk, or a backup, can read everything.',
    'Passphrase of the data',
    'seven small regulars',
    'It has 20 characters. Capitals, spaces and hyphens count.',
    '1. This PC, or another one',
    'Start Regulars and enter the passphrase. On another PC, install Regulars and start it once.',
    '2. Restore, where the PC is gone',
    'On its first page “Restore a backup”, or Settings > Backups > From a file: choose the newest file that ends in .regulars-backup, and enter the passphrase.',
    'Without Regulars',
    'regulars.db is an SQLite database, encrypted by SQLite3 Multiple Ciphers: cipher chacha20, kdf_iter 600000, and the passphrase above. SQLiteStudio and other programs open it. A backup is compressed by zstd or gzip, and inside is a tar archive with that file.',
  ],
  de: [
    'Notfallblatt von Salon Marlene: die Daten',
    'Gedruckt am 21.11.2026. Bitte weggeschlossen aufbewahren, nicht neben dem PC: Wer es und die Festplatte oder eine Sicherung hat, kann alles lesen.',
    'Passphrase der Daten',
    'seven small regulars',
    'Sie hat 20 Zeichen. Groß- und Kleinschreibung, Leerzeichen und Bindestriche zählen.',
    '1. Dieser PC oder ein anderer',
    'Regulars starten und die Passphrase eingeben. Auf einem anderen PC Regulars installieren und einmal starten.',
    '2. Einspielen, wenn der PC fort ist',
    'Auf der ersten Seite „Eine Sicherung einspielen“, oder Einstellungen > Sicherungen > Aus einer Datei: die neueste Datei wählen, die auf .regulars-backup endet, und die Passphrase eingeben.',
    'Ohne Regulars',
    'regulars.db ist eine SQLite-Datenbank, verschlüsselt durch SQLite3 Multiple Ciphers: Verfahren chacha20, kdf_iter 600000 und die Passphrase oben. SQLiteStudio und andere Programme öffnen sie. Eine Sicherung ist durch zstd oder gzip gepackt, darin ein tar-Archiv mit dieser Datei.',
  ],
} satisfies Record<Language, string[]>

it.each(['en', 'de'] as const)(
  'the recovery sheet of the data says whose it is, from when, the passphrase, and what to do: %s',
  async language => {
    const { api, printed } = await anEncryptedShop(language)
    const lines = await printed(out => api.run('vault.sheet', { passphrase, out }))
    expect(lines.join(' ')).toBe(ofTheData[language].join(' '))
    expect(lines).toContain(passphrase)
  },
)

it('a sheet is printed by the right passphrase alone, and of an encrypted shop', async () => {
  const shop = await anEncryptedShop('en')
  const { out } = shop.destination('sheet.pdf')
  await expect(shop.api.run('vault.sheet', { passphrase: 'a guess', out })).rejects.toMatchObject({
    failure: { reason: 'databasePassphraseWrong' },
  })
  const plain = await aShop()
  await expect(plain.api.run('vault.sheet', { passphrase, out: plain.destination('sheet.pdf').out })).rejects.toMatchObject({
    failure: { reason: 'databaseNotEncrypted' },
  })
})

it.each([
  ['of a script that no font has', '八つの小さな常連客'],
  ['with a space that nobody sees', 'seven small regulars '],
])('a passphrase %s is not printed as something else', async (_, secret) => {
  const { api, destination } = await anEncryptedShop('en', secret)
  await expect(api.run('vault.sheet', { passphrase: secret, out: destination('sheet.pdf').out })).rejects.toMatchObject({
    failure: { reason: 'passphraseUnprintable' },
  })
})

it('a passphrase as long as they get is printed whole, with all that is typed on a keyboard', async () => {
  const secret = 'Grüße & {Küsse} @ <Ærø>, 100 % "sicher"! '.repeat(5).trim().slice(0, 200)
  const { api, printed } = await anEncryptedShop('en', secret)
  const text = (await printed(out => api.run('vault.sheet', { passphrase: secret, out }))).join(' ')
  expect(text).toContain(`Passphrase of the data ${secret} It has ${secret.length} characters.`)
})

it('a passphrase whose accents were typed as signs of their own is printed, and counted, with each as one', async () => {
  const secret = 'sieben große Stammgäste'
  const { api, printed } = await aShop()
  await api('backups.setPassphrase', { passphrase: secret.normalize('NFD') })
  const lines = await printed(out => api.run('backups.sheet', { out }))
  expect(lines).toContain(secret)
  expect(lines.join(' ')).toContain(`${secret.length} characters`)
})

it.each([
  ['en', 'Recovery sheet of Salon Marlene Printed on 21 Nov 2026.', 'age --decrypt FILE > backup'],
  ['de', 'Notfallblatt von Salon Marlene Gedruckt am 21.11.2026.', 'age --decrypt DATEI > sicherung'],
] as const)('that of the backups tells how to open one without Regulars, too: %s', async (language, begin, command) => {
  const { api, printed, destination } = await aShop(language)
  await expect(api.run('backups.sheet', { out: destination('sheet.pdf').out })).rejects.toMatchObject({
    failure: { reason: 'passphraseMissing' },
  })
  await api('backups.setPassphrase', { passphrase })
  const lines = await printed(out => api.run('backups.sheet', { out }))
  expect(lines).toContain(passphrase)
  expect(lines.join(' ').startsWith(begin)).toBe(true)
  expect(lines.join(' ')).toContain(command)
})
