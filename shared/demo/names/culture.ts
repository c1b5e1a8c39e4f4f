/** Where somebody's name comes from. */
export type Culture = {
  /** BCP 47. */
  language: string
  /** How many of the shop's clients, in relation to the other shares. */
  share: number
  women: readonly string[]
  men: readonly string[]
  /** Family names as women and as men bear them. */
  families: { women: readonly string[]; men: readonly string[] }
}

export const sameForAll = (families: readonly string[]) => ({ women: families, men: families })
