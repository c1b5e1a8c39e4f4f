import { z } from 'zod'
import { CalendarDate } from '../time.ts'
import { Points, SignedPoints } from './model.ts'

const id = z.int().positive()

export const memberSorts = ['points', 'name', 'lastOn', 'tier'] as const
export const MemberFilter = z.strictObject({
  programmeId: id,
  /** As the search for contacts understands it: parts of names, numbers, addresses. */
  text: z.string().trim().max(100, { error: 'tooLong' }).default(''),
  tier: z.string().max(40).nullable().default(null),
  sort: z.enum(memberSorts).default('points'),
  descending: z.boolean().default(true),
})
export type MemberFilter = Readonly<z.infer<typeof MemberFilter>>

/** `lastOn`: when they earned or spent something last. */
export const Member = z.strictObject({
  contactId: z.int(),
  name: z.string(),
  points: SignedPoints,
  tier: z.string(),
  lastOn: CalendarDate,
})
export type Member = Readonly<z.infer<typeof Member>>

/** Who loses how much next, and when. */
export const Lapsing = z.strictObject({ contactId: z.int(), name: z.string(), points: Points, on: CalendarDate })
export type Lapsing = Readonly<z.infer<typeof Lapsing>>
