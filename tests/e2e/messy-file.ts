import { writeFileSync } from 'node:fs'

const given = ['Anna', 'Jürgen', 'Gülsah', 'José', 'Zoë', 'Mehmet', 'Heike', 'François']
const family = ['Petersen', 'Müller', 'Öztürk', 'García', 'van der Berg', 'Grünwald', 'Weiß', 'Lefèvre']
const towns = ['22767 Hamburg', '80331 München', '50667 Köln', '01067 Dresden']

export const rows = 5000
/** Rows with something wrong in them. A broken e-mail costs the e-mail alone; cells too many, or nobody at all, cost the row. */
const broken = { email: 10, cells: 10, nobody: 5 }
export const rowsWithProblems = broken.email + broken.cells + broken.nobody
export const rowsLeftOut = broken.cells + broken.nobody
/** Found by several words, in any field and order: "ulrich mun 0176". */
export const wanted = { row: 1234, name: 'Ulrich Grünwald', phone: '0176 - 555 12 34', town: 'München' }

/** What a till from the nineties exports: semicolons, Windows' characters, line ends of DOS, notes over several lines, mistakes. */
export function writeMessyFile(path: string) {
  const header = 'Kd.-Nr.;Anrede;Vorname;Nachname;Firma;Telefon;Mobil;E-Mail;Straße;PLZ;Ort;Geburtstag;Bemerkung;'
  const lines = Array.from({ length: rows }, (_, index) => line(index + 1))
  writeFileSync(path, Buffer.from([header, ...lines, ''].join('\r\n'), 'latin1'))
}

function line(number: number) {
  const [postalCode, town] = towns[number % towns.length]!.split(' ')
  const [first, last] = [given[number % given.length]!, family[Math.floor(number / given.length) % family.length]!]
  const cells = [
    String(10_000 + number),
    number % 3 === 0 ? 'Frau' : '',
    number % 5 === 0 ? ` ${first} ` : first,
    last,
    number % 11 === 0 ? `"Salon ""${last}"" & Co; KG"` : '',
    `040/${String(1_000_000 + number)}`,
    number % 2 === 0 ? `0160 ${String(2_000_000 + number)}` : '',
    `kunde.${number}@example.com`,
    `Hauptstraße ${number}`,
    postalCode,
    town,
    number % 4 === 0 ? '24.12.1979' : '',
    number % 50 === 0 ? '"mag es ruhig;\r\nzahlt bar"' : number === 77 ? '=1+1' : '',
    '',
  ]
  if (number === wanted.row)
    [cells[2], cells[3], cells[6], cells[10]] = [...wanted.name.split(' '), wanted.phone, wanted.town] as [string, string, string, string]
  if (number % 500 === 7) cells[7] = 'hat keine'
  if (number % 500 === 8) cells.splice(5, 0, 'zu', 'viele', 'Zellen')
  if (number % 1000 === 9) for (const cell of cells.keys()) cells[cell] = cell === 0 ? cells[cell]! : ''
  return cells.join(';')
}
