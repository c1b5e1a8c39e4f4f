import { fold, hasUmlaut, spelledOut, words } from '../text.ts'

/** One word of a search: the beginnings it may match in the index, and the tags it may stand for. */
export type SoughtWord = { beginnings: string[]; tagIds: number[] }

/**
 * One way to understand a search: `match` for the index, and tags of which a contact must have one of each group. `whole` takes the longer words
 * for whole ones: "hamburg" is one list of the index, while all that begins so has to be put together, which takes a hundred times as long.
 */
export type SearchVariant = { match: string | null; tagIds: number[][]; whole: string | null; rough: RoughMatch | null }

/**
 * Of whom `match` finds, those count who have for each of `checked` a word with one of its beginnings. Half of a shop's numbers begin
 * with 4917: the index would put together thousands of words, and takes a tenth of the time for 491, of which it keeps a list.
 */
export type RoughMatch = { match: string; checked: readonly (readonly string[])[] }

type KnownTag = { id: number; foldedName: string }

const wordsAtMost = 8
const taggedWordsAtMost = 3

/** What is typed, as the ways in which it can be meant: "vip mun" is a tag and a town, or two words of a name. */
export function understand(text: string, tags: readonly KnownTag[]): SearchVariant[] {
  const sought = beginnings(text).slice(0, wordsAtMost)
  if (sought.length === 0) return []
  return limitTagged(sought.map(alternatives => ({ beginnings: alternatives, tagIds: tagsOf(alternatives[0]!, tags) })))
    .reduce<SoughtWord[][]>(branch, [[]])
    .map(toVariant)
}

/** Each word that may be a tag doubles the ways to understand the search. */
function limitTagged(sought: readonly SoughtWord[]): SoughtWord[] {
  const tagged = sought.filter(({ tagIds }) => tagIds.length > 0).slice(0, taggedWordsAtMost)
  return sought.map(word => (tagged.includes(word) ? word : { ...word, tagIds: [] }))
}

const tagsOf = (word: string, tags: readonly KnownTag[]) =>
  tags.filter(({ foldedName }) => words(foldedName).some(part => part.startsWith(word))).map(({ id }) => id)

function branch(variants: SoughtWord[][], word: SoughtWord): SoughtWord[][] {
  const asText = variants.map(variant => [...variant, { ...word, tagIds: [] }])
  return word.tagIds.length === 0 ? asText : [...asText, ...variants.map(variant => [...variant, { ...word, beginnings: [] }])]
}

function toVariant(sought: readonly SoughtWord[]): SearchVariant {
  const texts = sought.filter(word => word.tagIds.length === 0).map(word => word.beginnings)
  const tagIds = sought.filter(word => word.tagIds.length > 0).map(word => word.tagIds)
  const checked = texts.filter(beginnings => beginnings.some(isLongList))
  const rough = checked.length > 0 ? { match: matching(texts.map(beginnings => beginnings.map(cut))), checked } : null
  return {
    match: matching(texts) || null,
    tagIds,
    whole: rough === null && texts.flat().some(isWord) ? matching(texts, isWord) : null,
    rough,
  }
}

const matching = (texts: readonly (readonly string[])[], isWhole = (_part: string) => false) =>
  texts.map(beginnings => `(${beginnings.map(part => `"${part}"${isWhole(part) ? '' : '*'}`).join(' OR ')})`).join(' AND ')

/** The index keeps lists for beginnings of up to three letters. */
const listed = 3
const isWord = (part: string) => part.length > listed && !/^x?\d+$/.test(part)
/** A country or a network, and hardly more: the beginning of very many numbers. */
const isLongList = (beginning: string) => /^[1-9]\d{3,5}$/.test(beginning)
const cut = (beginning: string) => (isLongList(beginning) ? beginning.slice(0, listed) : beginning)

/** Whether a contact has what a rough match has left open: mostly its telephones tell, else its whole search text. */
export function holdsWhatIsChecked({ checked }: RoughMatch) {
  const patterns = checked.map(beginnings => new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings.join('|')})`, 'u'))
  const areDialled = (phonesAsJson: string) => checked.every(beginnings => beginnings.some(part => phonesAsJson.includes(`"+${part}`)))
  return (phonesAsJson: string, searchText: () => string) => {
    if (areDialled(phonesAsJson)) return true
    const text = searchText()
    return patterns.every(pattern => pattern.test(text))
  }
}

/** Each word with its alternatives: digits are sought at both ends of a phone number. */
const beginnings = (text: string) =>
  joinDigits(text).flatMap(word => (/^\d+$/.test(word) ? [digitBeginnings(word)] : letterBeginnings(word)))

/** Müller is looked for as muller and as mueller: both ways of writing it are common. */
const letterBeginnings = (word: string) =>
  (word.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(part =>
    words(part).map(folded => (hasUmlaut(part) ? [folded, fold(spelledOut(part))] : [folded])),
  )

/** People type phone numbers in groups: neighbouring groups of digits count as one number. */
const joinDigits = (text: string) =>
  text
    .replace(/\+(?=\d)|\((?=\+?\d)|(?<=\d)[()/.-]+(?=\s*\d)|(?<=\d)\)/g, '')
    .replace(/(?<=\d)\s+(?=\d)/g, '')
    .split(/\s+/)
    .filter(Boolean)

function digitBeginnings(digits: string) {
  const significant = digits.replace(/^0+(?=\d)/, '')
  const alternatives = significant === digits ? [digits] : [digits, significant]
  return digits.length < 3 ? alternatives : [...alternatives, backwards(digits)]
}

/** How the index holds the end of a phone number: as a beginning. */
export function backwards(digits: string) {
  let text = 'x'
  for (let index = digits.length - 1; index >= 0; index--) text += digits[index]!
  return text
}
