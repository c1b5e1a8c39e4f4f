import type { Dice } from './dice.ts'
import type { DemoPerson, Workshop } from './person.ts'

/** Somebody who was written down once more, on another day and by somebody else. */
export function again(workshop: Workshop, known: DemoPerson): DemoPerson {
  const { dice } = workshop
  const keepsPhone = known.emails.length === 0 || dice.chance(0.75)
  return {
    ...known,
    ...writtenDifferently(dice, known),
    phones: keepsPhone ? known.phones.slice(0, 1).map(phone => ({ ...phone, number: retyped(dice, phone.number) })) : [],
    emails: keepsPhone && dice.chance(0.6) ? [] : known.emails.map(email => ({ ...email, address: email.address.toLowerCase() })),
    addresses: dice.chance(0.3) ? known.addresses : [],
    birthday: dice.chance(0.5) ? known.birthday : null,
    note: '',
    tags: known.tags.slice(0, 1),
  }
}

function writtenDifferently(dice: Dice, { givenName, familyName, organization }: DemoPerson): Partial<DemoPerson> {
  if (!familyName) return { organization: misspelt(dice, organization) }
  switch (dice.below(6)) {
    case 0:
      return { givenName: familyName, familyName: givenName }
    case 1:
      return { familyName: spelledOut(familyName), givenName: spelledOut(givenName) }
    case 2:
      return { familyName: misspelt(dice, familyName) }
    case 3:
      return { givenName: misspelt(dice, givenName) }
    case 4:
      return { givenName: givenName ? `${givenName[0]}.` : '' }
    default:
      return { givenName: givenName.split(/[ -]/)[0] ?? '', additionalName: '', namePrefix: '' }
  }
}

const spelt: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ı: 'i',
  ł: 'l',
}
const spelledOut = (name: string) => name.replace(/[äöüÄÖÜßøåşçğıł]/g, letter => spelt[letter] ?? letter)

/** Two letters changed places, one was doubled, or one is missing. */
function misspelt(dice: Dice, name: string) {
  if (name.length < 4) return name
  const at = 1 + dice.below(name.length - 2)
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)]
  switch (dice.below(3)) {
    case 0:
      return before + after.charAt(0) + letter + after.slice(1)
    case 1:
      return before + letter + letter + after
    default:
      return before + after
  }
}

function retyped(dice: Dice, number: string) {
  const digits = number.replace(/\(0\)/, '').replace(/[^\d+]/g, '')
  return dice.chance(0.5) ? digits : digits.replace(/^(?:\+|00)49/, '0').replace(/^(016\d|0176|040)/, '$1 ')
}
