import { fold } from '../text.ts'

export type StreetText = { letters: string; number: string }

const abbreviations: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  strasse: 'st',
  road: 'rd',
  avenue: 'av',
  ave: 'av',
  drive: 'dr',
  place: 'pl',
  court: 'ct',
  crescent: 'cr',
  cres: 'cr',
  circuit: 'ci',
  cct: 'ci',
  close: 'cl',
  lane: 'ln',
  boulevard: 'bv',
  blvd: 'bv',
  bd: 'bv',
  terrace: 'te',
  tce: 'te',
  square: 'sq',
  parade: 'pde',
  highway: 'hwy',
  calle: 'c',
  via: 'v',
  rue: 'r',
  straat: 'st',
  platz: 'pl',
  plein: 'pl',
  caddesi: 'cd',
  cadde: 'cd',
  sokak: 'sk',
  sokagi: 'sk',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  apartment: '',
  apt: '',
  flat: '',
  unit: '',
  suite: '',
}

/** A street's name with its kind shortened, and the first number in it: `Große Elbstraße 5a` is `grosse elbst` and `5`. */
export function readStreet(street: string): StreetText {
  const words = fold(street)
    .replace(/(?<=\p{L})str(?:asse|aat)?\.?(?=\P{L}|$)/gu, 'st')
    .replace(/([aou])e/g, '$1')
    .match(/\p{L}+|\d+/gu)
  let letters = ''
  let number = ''
  for (const word of words ?? []) {
    if (word.charCodeAt(0) < 58) number ||= word.replace(/^0+/, '')
    else if (word.length > 1 || number === '') letters += abbreviations[word] ?? word
  }
  return { letters: letters.slice(0, 120), number }
}
