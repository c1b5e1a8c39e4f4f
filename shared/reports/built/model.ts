import { z } from 'zod'
import { BuiltBound } from './bounds.ts'
import { problemsOf } from './rules.ts'
import { builtSubjects } from './subjects.ts'

const Name = z.string().max(40)

export const BuiltFilter = z.strictObject({
  field: Name,
  is: z.enum(['anyOf', 'noneOf']),
  values: z
    .array(z.union([z.string().max(200), z.number()]))
    .min(1, { error: 'required' })
    .max(200, { error: 'tooMany' }),
})
export type BuiltFilter = Readonly<z.infer<typeof BuiltFilter>>

export const builtCharts = ['none', 'bars', 'ranking', 'heat'] as const

/** A report that somebody put together: names of fields that `subjects.ts` knows, and nothing that could be read as anything else. */
export const Build = z
  .strictObject({
    subject: z.enum(builtSubjects),
    /** What it is called; empty as long as nobody has saved it. */
    title: z.string().trim().max(60, { error: 'tooLong' }).default(''),
    /** The day that its period is about; null for all there is, as it is now. */
    date: Name.nullable(),
    /** What its rows are, the first one as their name. */
    rows: z.array(Name).min(1, { error: 'required' }).max(4, { error: 'tooMany' }),
    measures: z.array(Name).min(1, { error: 'required' }).max(9, { error: 'tooMany' }),
    filters: z.array(BuiltFilter).max(10, { error: 'tooMany' }).default([]),
    /** Which rows are shown, by what they come to. */
    bounds: z.array(BuiltBound).max(5, { error: 'tooMany' }).default([]),
    /** null: in order of time, else the most first. */
    sort: z.strictObject({ by: Name, descending: z.boolean() }).nullable().default(null),
    chart: z.enum(builtCharts).default('bars'),
  })
  .superRefine((build, context) => {
    for (const path of problemsOf(build)) context.addIssue({ code: 'custom', message: 'builtFieldUnknown', path })
  })
export type Build = Readonly<z.infer<typeof Build>>
