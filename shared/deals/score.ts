import { z } from 'zod'

/** What a rule looks at. The first ones do not change by themselves, `tag` and `source` compare with a text; the later ones fade. */
export const fitSigns = ['phone', 'email', 'company', 'address', 'value', 'tag', 'source', 'referred'] as const
export const behaviourSigns = ['contacted', 'replied', 'visited', 'quoteOpened'] as const
export const signs = [...fitSigns, ...behaviourSigns, 'overdue'] as const
export type Sign = (typeof signs)[number]

export const ScoreRule = z.strictObject({
  sign: z.enum(signs),
  /** What is taken off where it is negative. */
  points: z.int().min(-100).max(100),
  text: z.string().trim().max(60, { error: 'tooLong' }).default(''),
})
export type ScoreRule = Readonly<z.infer<typeof ScoreRule>>

export const ScoreRules = z.strictObject({
  rules: z.array(ScoreRule).max(50),
  /** After so many days, what somebody did counts half. */
  halfLifeDays: z.int().min(1).max(3650),
  /** From how many points on a lead is hot, and from how many warm. */
  hot: z.int().min(1).max(100),
  warm: z.int().min(1).max(100),
})
export type ScoreRules = Readonly<z.infer<typeof ScoreRules>>

export const defaultScoreRules: ScoreRules = {
  rules: [
    { sign: 'phone', points: 10, text: '' },
    { sign: 'email', points: 5, text: '' },
    { sign: 'value', points: 10, text: '' },
    { sign: 'referred', points: 10, text: '' },
    { sign: 'contacted', points: 15, text: '' },
    { sign: 'replied', points: 25, text: '' },
    { sign: 'visited', points: 20, text: '' },
    { sign: 'quoteOpened', points: 20, text: '' },
    { sign: 'overdue', points: -20, text: '' },
  ],
  ...{ halfLifeDays: 21, hot: 60, warm: 30 },
}

export const temperatures = ['hot', 'warm', 'cold'] as const
export type Temperature = (typeof temperatures)[number]

/** `limit` is what stands above a hundred, or below nothing: taken off, or added, so that the parts come to the score. */
export const ScorePart = z.strictObject({ sign: z.enum([...signs, 'limit']), text: z.string(), points: z.int(), days: z.int().nullable() })
export type ScorePart = Readonly<z.infer<typeof ScorePart>>
export const Score = z.strictObject({ score: z.int().min(0).max(100), temperature: z.enum(temperatures), parts: z.array(ScorePart) })
export type Score = Readonly<z.infer<typeof Score>>

/** What is known of a lead. Behaviour is when it was last seen. */
export type ScoreFacts = Readonly<
  Record<Extract<Sign, 'phone' | 'email' | 'company' | 'address' | 'value' | 'referred' | 'overdue'>, boolean> &
    Record<(typeof behaviourSigns)[number], string | null> & {
      /** Folded. */
      tags: readonly string[]
      source: string
    }
>

const dayInMilliseconds = 86_400_000

/** Points by rules, with why. `fold` makes texts comparable. */
export function scoreOf(
  facts: ScoreFacts,
  { rules, halfLifeDays, hot, warm }: ScoreRules,
  now: Date,
  fold: (text: string) => string,
): Score {
  const found = rules.flatMap(rule => partOf(rule, facts, halfLifeDays, now, fold) ?? []).filter(({ points }) => points !== 0)
  const sum = found.reduce((sum, { points }) => sum + points, 0)
  const score = Math.max(0, Math.min(100, sum))
  const limit: ScorePart[] = score === sum ? [] : [{ sign: 'limit', text: '', points: score - sum, days: null }]
  return { score, temperature: score >= hot ? 'hot' : score >= warm ? 'warm' : 'cold', parts: [...found, ...limit] }
}

function partOf(
  { sign, points, text }: ScoreRule,
  facts: ScoreFacts,
  halfLife: number,
  now: Date,
  fold: (text: string) => string,
): ScorePart | null {
  if (sign === 'tag') return facts.tags.includes(fold(text)) ? { sign, text, points, days: null } : null
  if (sign === 'source') return text !== '' && facts.source === fold(text) ? { sign, text, points, days: null } : null
  const fact = facts[sign]
  if (typeof fact === 'boolean') return fact ? { sign, text: '', points, days: null } : null
  if (fact === null) return null
  const days = Math.max(0, (now.getTime() - Date.parse(fact)) / dayInMilliseconds)
  return { sign, text: '', points: Math.round(points * 0.5 ** (days / halfLife)), days: Math.floor(days) }
}
