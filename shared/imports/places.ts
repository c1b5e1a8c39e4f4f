import type { Address } from '../contacts/model.ts'

type Place = { -readonly [Part in keyof Address]: Address[Part] }

const postcodeAndTown = /^(?:([A-Z]{1,3})-)?(\d{4}\s?[A-Z]{2}|\d{4,5}|\d{3}\s\d{2})\s+(\p{L}.*)$/u
const townAndPostcode = /^(\p{L}[^\d,]*?),?\s+((?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})|\d{5}(?:-\d{4})?)$/u
const european = /^(.*\S)\s*[,\n]\s*(?:([A-Z]{1,3})-)?(\d{4}\s?[A-Z]{2}|\d{4,5})\s+(\p{L}[^,\n\d]*?)(?:\s*[,\n]\s*(\p{L}[^,\n\d]*))?$/u
const american = /^(.*\S)\s*[,\n]\s*(\p{L}[^,\n\d]*?)\s*,\s*([A-Z]{2})\s+(\d{5}(?:-\d{4})?)(?:\s*[,\n]\s*(\p{L}[^,\n\d]*))?$/u

/** Takes apart what stands in one cell: `22767 Hamburg` under "Town", a whole address under "Address". Parts that are there stay. */
export function settlePlace(place: Place) {
  if (place.locality === '' && place.postalCode === '') splitStreet(place)
  if (place.locality === '' && place.postalCode !== '') splitInto(place, place.postalCode)
  else if (place.postalCode === '' && place.locality !== '') splitInto(place, place.locality)
}

function splitInto(place: Place, text: string) {
  const found = postcodeAndTown.exec(text)
  if (found) {
    place.postalCode = found[2]!
    place.locality = found[3]!
    place.country ||= found[1] ?? ''
    return
  }
  const [, locality, postalCode] = townAndPostcode.exec(text) ?? []
  if (locality && postalCode) Object.assign(place, { locality, postalCode })
}

function splitStreet(place: Place) {
  if (!place.street.includes(',') && !place.street.includes('\n')) return
  const [, street, state, postalCode, locality, country = ''] = european.exec(place.street) ?? []
  if (street) {
    Object.assign(place, { street, postalCode, locality, country: place.country || country || (state ?? '') })
    return
  }
  const [, line, town, region, zip, land = ''] = american.exec(place.street) ?? []
  if (line)
    Object.assign(place, { street: line, locality: town, region: place.region || region, postalCode: zip, country: place.country || land })
}
