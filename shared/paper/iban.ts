/** Whether the check digits are right: a wrong one sends money nowhere. */
export function isIban(text: string) {
  const iban = compactIban(text)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map(character => Number.parseInt(character, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

export const compactIban = (text: string) => text.replace(/\s/g, '').toUpperCase()

/** In fours, with spaces that do not break. */
export const groupedIban = (text: string) => compactIban(text).replace(/.{4}(?=.)/g, '$&\u00a0')
