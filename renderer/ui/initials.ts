const legalForms = /^(ag|bv|co|e\.?k|gbr|gmbh|inc|kg|llc|ltd|mbh|nv|ohg|plc|sa|sarl|se|sl|srl|ug)$/iu

/** Forms of address, which some lists keep before the name. */
const address = /^(frau|herr|herrn|fräulein|mr|mrs|ms|miss|mx|mme|mlle|señor|señora|sr|sra|signor|signora|bay|bayan|dhr|mevr)$/iu

/** First and last: Çiğdem Aksoy is ÇA, Hansen Tischlerei GmbH is HT, Dr. Salma Abdallah is SA; a phone number has none. */
export function initials(name: string) {
  const words = name.split(/[\s&,/]+/u).filter(word => /^\p{L}/u.test(word))
  const telling = words.filter(word => !word.endsWith('.') && !legalForms.test(word) && !address.test(word))
  const letters = (telling.length ? telling : words).map(word => Array.from(word)[0] ?? '')
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toLocaleUpperCase() || '·'
}
