import type { Dice } from './dice.ts'
import { fold, hash } from '../text.ts'

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const domains = ['example.com', 'example.org', 'example.net'] as const

export type Emails = { personal(dice: Dice, given: string, family: string, year: string): string }

/** Addresses that are never given out twice; remembers them in two megabytes, however many there are. */
export function emails(): Emails {
  const slots = 1 << 24
  const taken = new Uint8Array(slots / 8)

  function claim(local: string) {
    const slot = hash(local) % slots
    const bit = 1 << (slot & 7)
    const isFree = ((taken[slot >> 3] ?? 0) & bit) === 0
    taken[slot >> 3] = (taken[slot >> 3] ?? 0) | bit
    return isFree
  }

  return {
    personal(dice, given, family, year) {
      const plain = written(dice, forAddress(given), forAddress(family), year)
      let local = plain
      while (!claim(local)) local = plain + String(1 + dice.below(100_000))
      const address = `${local}@${dice.pickEarly(domains)}`
      return dice.chance(0.04) ? address[0]?.toUpperCase() + address.slice(1) : address
    },
  }
}

function written(dice: Dice, given: string, family: string, year: string) {
  if (!family) return given
  switch (dice.below(6)) {
    case 0:
      return `${given[0]}.${family}`
    case 1:
      return given + family
    case 2:
      return `${family}.${given}`
    case 3:
      return `${given}.${family}${year.slice(2, 4)}`
    default:
      return `${given}.${family}`
  }
}

/** `Jürgen Groß` as it stands in an address: `juergen-gross`. */
export const forAddress = (text: string) => {
  const spelled = /[äöü]/i.test(text) ? text.toLowerCase().replace(/[äöü]/g, letter => umlauts[letter] ?? letter) : text
  return fold(spelled)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
