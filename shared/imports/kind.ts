import { readValue } from './cells.ts'

const persons = [
  'person',
  'individual',
  'private',
  'privat',
  'privatperson',
  'privatkunde',
  'b2c',
  'particulier',
  'particular',
  'persona',
  'privato',
  'persoon',
  'pessoa',
  'kişi',
  'bireysel',
]
const companies = [
  'company',
  'organization',
  'organisation',
  'business',
  'firma',
  'unternehmen',
  'geschäftskunde',
  'b2b',
  'entreprise',
  'société',
  'empresa',
  'azienda',
  'società',
  'bedrijf',
  'şirket',
  'kurumsal',
]

export function readKind(text: string): 'person' | 'company' | null {
  const word = readValue(text).toLowerCase()
  return persons.includes(word) ? 'person' : companies.includes(word) ? 'company' : null
}
