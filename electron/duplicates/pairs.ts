/** The same whichever comes first. */
export const pairKey = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)
