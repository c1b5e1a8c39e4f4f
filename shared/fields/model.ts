import { z } from 'zod'
import { Instant } from '../time.ts'

export const fieldTypes = ['text', 'number', 'date', 'yesNo', 'choice', 'choices', 'link'] as const
export type FieldType = (typeof fieldTypes)[number]

/** Choices are kept by the number of their option, so that an option can be renamed. */
export const CustomValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.int())])
export type CustomValue = z.infer<typeof CustomValue>

const key = z.string().regex(/^\d{1,9}$/, { error: 'fieldUnknown' })
export const Custom = z.record(key, CustomValue)
export type Custom = Readonly<z.infer<typeof Custom>>
/** Only the fields that change; null takes a value away. */
export const CustomChange = z.record(key, CustomValue.nullable())
export type CustomChange = Readonly<z.infer<typeof CustomChange>>

const name = z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' })

export const FieldOption = z.strictObject({
  id: z.int().positive(),
  label: name,
  /** No longer offered; whoever has it keeps it. */
  archived: z.boolean().default(false),
})
export type FieldOption = Readonly<z.infer<typeof FieldOption>>

const parts = {
  name,
  type: z.enum(fieldTypes),
  /** Whom it is about; null: everybody. */
  kind: z.enum(['person', 'company']).nullable(),
  required: z.boolean(),
  /** Of a date: it comes again each year, and the page of the day tells of it. */
  yearly: z.boolean(),
  defaultValue: CustomValue.nullable(),
  options: z.array(FieldOption).max(200, { error: 'tooMany' }),
}

export const Field = z.strictObject({ id: z.int(), ...parts, archivedAt: Instant.nullable() })
export type Field = Readonly<z.infer<typeof Field>>

export const NewField = z.strictObject({
  ...parts,
  kind: parts.kind.default(null),
  required: parts.required.default(false),
  yearly: parts.yearly.default(false),
  defaultValue: parts.defaultValue.default(null),
  options: parts.options.default([]),
})
export type NewField = Readonly<z.infer<typeof NewField>>

/** The type stays: the values are of it. */
export const FieldChange = z.strictObject(parts).omit({ type: true }).partial().extend({ id: z.int().positive() })
export type FieldChange = Readonly<z.infer<typeof FieldChange>>
