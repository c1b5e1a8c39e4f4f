const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

/** 27 figures: those of a number, noughts before them, and a check digit (modulo 10, recursive). */
export function qrReference(number: string) {
  const figures = number.replace(/\D/g, '').slice(-26).padStart(26, '0')
  const carry = [...figures].reduce((carry, figure) => table[(carry + Number(figure)) % 10]!, 0)
  return `${figures}${(10 - carry) % 10}`
}

/** ISO 11649: letters and figures of a number behind `RF` and two check digits; null where there are too many of them, or none. */
export function creditorReference(number: string) {
  const text = number.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  if (text === '' || text.length > 21) return null
  const figures = [...`${text}RF00`].map(character => Number.parseInt(character, 36)).join('')
  return `RF${String(98n - (BigInt(figures) % 97n)).padStart(2, '0')}${text}`
}

/** As people read them: in fives from behind, or in fours. */
export const groupedReference = (reference: string) =>
  reference.startsWith('RF') ? reference.replace(/.{4}(?=.)/g, '$&\u00a0') : reference.replace(/\B(?=(.{5})+$)/g, '\u00a0')
