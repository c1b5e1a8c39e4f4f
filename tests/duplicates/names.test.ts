import { describe, expect, it } from 'vitest'
import { compareFirms, compareNames } from '../../shared/duplicates/names.ts'
import { organizationText } from '../../shared/duplicates/organizations.ts'
import { soundOf } from '../../shared/duplicates/sounds.ts'
import { spelt } from '../../shared/duplicates/spelling.ts'
import { readStreet } from '../../shared/duplicates/addresses.ts'
import { createVocabulary } from '../../shared/duplicates/vocabulary.ts'

const words = createVocabulary()
const compared = (a: string, b: string) => {
  const [one, other] = [words.family.find(spelt(a)), words.family.find(spelt(b))]
  expect(compareNames(other, one)).toBe(compareNames(one, other))
  return compareNames(one, other)
}

describe('two names', () => {
  it.each([
    ['Müller', 'Mueller', 'equal'],
    ['Müller', 'MULLER', 'equal'],
    ['Hans Peter', 'Hans-Peter', 'equal'],
    ['Peter Hans', 'Hans-Peter', 'equal'],
    ['Иванов', 'Ivanov', 'equal'],
    ['Παπαδόπουλος', 'Papadopoulos', 'equal'],
    ["O'Brien", 'OBrien', 'equal'],
    ['Bill', 'William', 'variant'],
    ['Sepp', 'Josef', 'variant'],
    ['Kasia', 'Katarzyna', 'variant'],
    ['Саша', 'Alexander', 'variant'],
    ['Petersen', 'Petresen', 'typo'],
    ['Anna', 'Anne', 'variant'],
    ['Featherstonehaugh', 'Fetherstonhaugh', 'typo'],
    ['Meyer', 'Maier', 'similar'],
    ['Schmidt', 'Schmitt', 'typo'],
    ['Philipp', 'Filip', 'variant'],
    ['Anna', 'A.', 'part'],
    ['Hans-Peter', 'Peter', 'part'],
    ['Müller-Lüdenscheid', 'Müller', 'part'],
    ['Anna', 'Bernd', 'different'],
    ['Jan', 'Jens', 'different'],
    ['A.', 'B.', 'different'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compared(a, b)).toBe(level)
  })
})

describe('the sound of a name', () => {
  it.each([
    ['meier', 'mayer'],
    ['schmidt', 'schmitt'],
    ['philip', 'filip'],
    ['kovacs', 'kowacs'],
    ['carsten', 'karsten'],
    ['szymanski', 'schimanski'],
  ])('%s sounds as %s', (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b))
  })
})

describe('two firms', () => {
  const firms = (a: string, b: string) =>
    compareFirms(words.organization.find(organizationText(a)), words.organization.find(organizationText(b)))

  it.each([
    ['Müller & Söhne GmbH & Co. KG', 'Mueller und Soehne', 'equal'],
    ['Acme Inc.', 'ACME, Incorporated', 'equal'],
    ['Bäckerei Petersen', 'Bäckerei Petersen Hamburg', 'similar'],
    ['Bäckerei Petersen', 'Metzgerei Lindner', 'different'],
  ])('%s and %s: %s', (a, b, level) => {
    expect([firms(a, b), firms(b, a)]).toEqual([level, level])
  })
})

describe('a street', () => {
  it.each([
    ['Große Elbstraße 5a', 'Grosse Elbstr. 5'],
    ['12 High Street', 'High St 12'],
    ['Hauptstr. 7', 'Haupt Straße 07'],
    ['Via Roma, 3', '3 via roma'],
  ])('%s is %s', (a, b) => {
    expect(readStreet(b)).toEqual(readStreet(a))
  })
})
