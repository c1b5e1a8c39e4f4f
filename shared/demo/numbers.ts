import type { Dice } from './dice.ts'

/** A block of telephone numbers; each is given out once, in no visible order. */
type Block = {
  country: string
  area: string
  /** The digits behind the area code, before those that differ. */
  lead: string
  digits: number
  size: number
}

/** Numbers kept free for fiction by the regulators of Germany, the United Kingdom, France and Sweden. */
const foreign: Readonly<Record<string, Block>> = {
  en: { country: '44', area: '7700', lead: '900', digits: 3, size: 1000 },
  fr: { country: '33', area: '6', lead: '3998', digits: 4, size: 10_000 },
  sv: { country: '46', area: '70', lead: '174066', digits: 1, size: 10 },
}
const reservedMobile: Block = { country: '49', area: '176', lead: '040690', digits: 2, size: 100 }
/** Germany keeps only a few hundred mobile numbers for fiction. These areas were those of networks that are gone; nobody has them. */
const mobiles: readonly Block[] = ['161', '165', '166', '167'].map(area => ({
  country: '49',
  area,
  lead: '',
  digits: 8,
  size: 100_000_000,
}))
/** Numbers may be longer than their block: `66969 123` and its extensions all stay in the thousand that is kept free. */
const landlines: readonly Block[] = [
  { country: '49', area: '40', lead: '66969', digits: 3, size: 1000 },
  { country: '49', area: '40', lead: '66969', digits: 5, size: 100_000 },
]
const longLandlines: Block = { country: '49', area: '40', lead: '66969', digits: 7, size: 10_000_000 }

export type Line = { country: string; area: string; subscriber: string }
export type Numbers = {
  mobile(dice: Dice, language: string): Line
  landline(): Line
}

export function numbers(): Numbers {
  const given = new Map<Block, number>()

  /** From the first block that has numbers left; the endless one always has. */
  function take(blocks: readonly Block[], endless: Block): Line {
    const free = blocks.find(block => (given.get(block) ?? 0) < block.size) ?? endless
    const turn = given.get(free) ?? 0
    given.set(free, turn + 1)
    // Odd and no multiple of five: it visits every number of a block of a power of ten once.
    const number = (turn * 61_803_363 + 27_182_818) % free.size
    return { country: free.country, area: free.area, subscriber: free.lead + String(number).padStart(free.digits, '0') }
  }

  return {
    mobile(dice, language) {
      const abroad = foreign[language]
      const mobile = dice.pick(mobiles)
      if (abroad && dice.chance(0.5)) return take([abroad], mobile)
      return take(dice.chance(0.1) ? [reservedMobile] : [], mobile)
    },
    landline: () => take(landlines, longLandlines),
  }
}

/** One number as different people type it. */
export function typed(dice: Dice, { country, area, subscriber }: Line): string {
  const home = country === '49'
  const style = home ? dice.below(12) : 6 + dice.below(4)
  switch (style) {
    case 0:
      return `0${area}/${subscriber}`
    case 1:
      return `0${area}${subscriber}`
    case 2:
      return `0${area}-${subscriber}`
    case 3:
      return `(0${area}) ${spaced(subscriber, 2)}`
    case 4:
      return `0${area} / ${spaced(subscriber, 3)}`
    case 5:
      return `+${country} (0)${area} ${spaced(subscriber, 4)}`
    case 6:
      return `+${country} ${area} ${subscriber}`
    case 7:
      return `00${country}${area}${subscriber}`
    case 8:
      return `+${country}${area}${subscriber}`
    case 9:
      return `+${country} ${area} ${spaced(subscriber, 3)}`
    default:
      return `0${area} ${spaced(subscriber, 4)}`
  }
}

function spaced(digits: string, size: number) {
  if (digits.length <= size) return digits
  let text = digits.slice(0, size)
  for (let at = size; at < digits.length; at += size) text += ` ${digits.slice(at, at + size)}`
  return text
}
