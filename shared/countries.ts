import { getCountries } from 'libphonenumber-js/min'
import { fold } from './text.ts'

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'tr']
const shortNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  america: 'US',
  brd: 'DE',
  holland: 'NL',
  'the netherlands': 'NL',
  suisse: 'CH',
  schweiz: 'CH',
  turkey: 'TR',
  'czech republic': 'CZ',
  d: 'DE',
  a: 'AT',
  f: 'FR',
  i: 'IT',
  e: 'ES',
}
let names: Map<string, string> | null = null
const known = new Map<string, string | null>()
const rememberAtMost = 5000

/** `Deutschland`, `Germany`, `de` and `D` are `DE`; null where it is no country that we know. */
export function countryCode(text: string): string | null {
  const found = known.get(text)
  if (found !== undefined) return found
  names ??= namesOfCountries()
  const code = names.get(fold(text.trim())) ?? null
  if (known.size >= rememberAtMost) known.clear()
  known.set(text, code)
  return code
}

function namesOfCountries() {
  const found = new Map(Object.entries(shortNames))
  const codes = getCountries()
  for (const code of codes) found.set(code.toLowerCase(), code)
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of codes) found.set(fold(display.of(code) ?? code), code)
  }
  return found
}
