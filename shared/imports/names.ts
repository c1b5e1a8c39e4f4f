import { fold } from '../text.ts'

export type NameParts = { namePrefix: string; givenName: string; additionalName: string; familyName: string; nameSuffix: string }

const plain = (word: string) => fold(word).replace(/\./g, '')
const set = (words: string) => new Set(words.split(' '))

const titles = set(
  'dr drs prof professor mr mrs ms miss mx sir dame rev hon herr frau hr fr mag ing ir dipl-ing dipl-kfm monsieur madame mme mlle ' +
    'sr sra srta sig sigra signor signora dott dottssa avv dhr mevr mw sayin pastor pastorin pfarrer familie fam famille eheleute',
)
/** Titles only behind another one. */
const furtherTitles = set('med dent vet phil jur rer nat pol hc habil mult ing iur')
const formsOfAddress = set(
  'mr mrs ms miss mx herr frau hr fr monsieur madame mme mlle sr sra srta sig sigra signor signora dhr mevr mw sayin familie fam ' +
    'famille eheleute',
)
const suffixes = set('jr sr jun sen ii iii iv phd md mba esq dds dvm cpa ma msc bsc llm mdb')
const particles = set(
  'von vom zu zum zur van der den ter ten de del della dello di da do dos das du des la le los las el al bin ibn abu san y e af av',
)

const isTitle = (word: string) => titles.has(plain(word))
const isSuffix = (word: string) => suffixes.has(plain(word))
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

/** `Dr. Anna Maria von Berg`, `Berg, Anna` and `John Smith Jr.` taken apart; one word alone is a given name. */
export function splitName(text: string): NameParts {
  const [first = '', ...others] = text.split(',').map(part => part.trim())
  const behind = others.filter(Boolean)
  const suffix = behind.filter(part => wordsOf(part).every(isSuffix))
  const given = behind.filter(part => !suffix.includes(part))
  return given.length > 0 ? lastNameFirst(first, given.join(' '), suffix) : inOrder(first, suffix)
}

/** `Dr.`, `Frau Prof. Dr. med.` */
export const isTitleOnly = (text: string) => wordsOf(text).every(word => isTitle(word) || furtherTitles.has(plain(word)))

/** Whether this is called like a firm rather than like somebody. */
export const looksLikeCompany = (text: string) =>
  /(^|[\s,&.-])(GmbH|gGmbH|mbH|AG|KG|KGaA|OHG|UG|GbR|e\.?\s?K\.?|e\.?\s?V\.?|SE|SA|S\.A\.|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|BV|B\.V\.|NV|N\.V\.|VOF|Ltd|LTD|Limited|LLC|LLP|Inc|INC|Corp|Corporation|Co|PLC|plc|S\.?L\.?U?\.?|Lda|Ltda|A\.?Ş\.?|Şti|AB|ApS|Oy|Verein|Stiftung)\.?$/.test(
    text.trim(),
  )

function lastNameFirst(last: string, given: string, suffix: string[]): NameParts {
  const [familyPrefix, family] = takeTitles(wordsOf(last))
  const [givenPrefix, names] = takeTitles(wordsOf(given))
  const [firstName = '', ...additional] = names
  return {
    namePrefix: [...familyPrefix, ...givenPrefix].join(' '),
    givenName: firstName,
    additionalName: additional.join(' '),
    familyName: family.join(' '),
    nameSuffix: suffix.join(' '),
  }
}

function inOrder(text: string, suffix: string[]): NameParts {
  const [prefix, rest] = takeTitles(wordsOf(text))
  const names = [...rest]
  const ending: string[] = []
  while (names.length > 1 && isSuffix(names.at(-1)!)) ending.unshift(names.pop()!)
  const namePrefix = prefix.join(' ')
  const nameSuffix = [...ending, ...suffix].join(' ')
  if (names.length < 2) {
    const addressed = prefix.some(word => formsOfAddress.has(plain(word)))
    const [only = ''] = names
    return { namePrefix, nameSuffix, additionalName: '', givenName: addressed ? '' : only, familyName: addressed ? only : '' }
  }
  const turned = capitalsLast(names)
  const family = startOfFamilyName(turned)
  return {
    namePrefix,
    givenName: turned.slice(0, Math.min(1, family)).join(' '),
    additionalName: turned.slice(1, family).join(' '),
    familyName: turned.slice(family).join(' '),
    nameSuffix,
  }
}

const isInCapitals = (word: string) => /^[\p{Lu}'’-]{3,}$/u.test(word)

/** `PETERSEN Anna`, as France and offices write it. */
function capitalsLast(names: readonly string[]) {
  const given = names.findIndex(name => !isInCapitals(name))
  const isTurned = given > 0 && names.slice(given).every(name => !isInCapitals(name))
  return isTurned ? [...names.slice(given), ...names.slice(0, given)] : names
}

/** `Maria de la Cruz`, `Ludwig van Beethoven`: the little words belong to the family name. */
function startOfFamilyName(names: readonly string[]) {
  if (particles.has(names[0]!)) return 0
  const capitals = names.findIndex((name, index) => index > 0 && isInCapitals(name))
  if (capitals > 0 && !isInCapitals(names[0]!) && names.slice(capitals).every(isInCapitals)) return capitals
  const particle = names.findIndex((name, index) => index > 0 && index < names.length - 1 && particles.has(fold(name)))
  return particle > 0 ? particle : names.length - 1
}

function takeTitles(words: readonly string[]): [string[], string[]] {
  let count = 0
  while (count < words.length - 1 && (isTitle(words[count]!) || (count > 0 && furtherTitles.has(plain(words[count]!))))) count++
  return [words.slice(0, count), words.slice(count)]
}
