import { z } from 'zod'
import { BasisPoints } from '../money.ts'
import { Instant } from '../time.ts'

const id = z.int().positive()
const name = z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' })

/** A deal on hold waits for somebody else: it counts as open, and to the forecast, by its own probability. */
export const stageKinds = ['open', 'onHold', 'won', 'lost'] as const
export type StageKind = (typeof stageKinds)[number]
export const isOpenKind = (kind: StageKind) => kind === 'open' || kind === 'onHold'

const stage = {
  name,
  probability: BasisPoints,
  kind: z.enum(stageKinds),
  /** After so many days without anything happening a deal in it is stale; null: never. */
  staleDays: z.int().min(1).max(3650).nullable(),
}

export const Stage = z.strictObject({ id: z.int(), ...stage })
export type Stage = Readonly<z.infer<typeof Stage>>

export const Pipeline = z.strictObject({ id: z.int(), name: z.string(), stages: z.array(Stage), archivedAt: Instant.nullable() })
export type Pipeline = Readonly<z.infer<typeof Pipeline>>

/** The stages in their order; one without an id is new. `moves` says where the deals of a stage go that is left out: to the place of another in the list. */
export const PipelineDraft = z.strictObject({
  id: id.nullable().default(null),
  name,
  stages: z
    .array(z.strictObject({ id: id.nullable().default(null), ...stage, staleDays: stage.staleDays.default(null) }))
    .min(3)
    .max(30),
  moves: z
    .array(z.strictObject({ from: id, to: z.int().min(0).max(29) }))
    .max(30)
    .default([]),
})
export type PipelineDraft = Readonly<z.infer<typeof PipelineDraft>>
