/** Two letters for a name: Çiğdem Aksoy is ÇA, Hansen Tischlerei GmbH is HT, a phone number has none. */
export function initials(name: string) {
  const letters = (name.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => /^\p{L}/u.test(word)).map(word => Array.from(word)[0] ?? '')
  const last = letters.length > 2 ? letters[1] : letters.at(-1)
  return letters.length > 1 ? `${letters[0]}${last}`.toLocaleUpperCase() : (letters[0]?.toLocaleUpperCase() ?? '·')
}
