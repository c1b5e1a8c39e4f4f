import { z } from 'zod'
import { WeekHours, type DayHours } from '../hours/model.ts'
import { Amount, BasisPoints } from '../money.ts'
import { systemZone, Zone } from '../time.ts'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** What is owed for a missed visit: a part of its price, or a sum. */
export const MissedFee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints: BasisPoints.min(1) }),
  z.strictObject({ kind: z.literal('amount'), amount: Amount.min(1) }),
])
export type MissedFee = Readonly<z.infer<typeof MissedFee>>

/** What the shop is. `businessName` is empty until the first run is over. */
export const ShopSettings = z.strictObject({
  businessName: z.string().trim().max(120, { error: 'tooLong' }),
  /** ISO 3166-1 alpha-2: how phone numbers without a country are read. */
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'countryUnknown' }),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currencyUnknown' }),
  language: z.enum(languages),
  /** Where the shop's clocks hang, wherever this PC is carried. */
  zone: Zone,
  openingHours: WeekHours,
  /** The grid on which visits are offered. */
  gridMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]),
  /** How long before its start a time is still offered. */
  noticeMinutes: z.int().min(0).max(525_600),
  /** Whoever cancels later than this has cancelled late. */
  lateCancellationHours: z.int().min(0).max(336),
  /** From how many no-shows on a deposit is suggested; null never suggests one. */
  depositFromNoShows: z.int().min(1).max(20).nullable(),
  /** With the tax in it; null: none is asked for. */
  missedFee: MissedFee.nullable(),
})
export type ShopSettings = Readonly<z.infer<typeof ShopSettings>>

const nine: DayHours = [{ from: '09:00', to: '18:00' }]

export const defaultSettings: ShopSettings = {
  ...{ businessName: '', country: 'DE', currency: 'EUR', language: 'en' },
  zone: systemZone(),
  openingHours: [nine, nine, nine, nine, nine, [{ from: '09:00', to: '14:00' }], []],
  ...{ gridMinutes: 15, noticeMinutes: 0, lateCancellationHours: 24, depositFromNoShows: 2 },
  missedFee: null,
}

/** How this PC shows things: kept beside the data, not part of the history. */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  contactColumns: z.array(z.string().max(40)).max(40),
  sidebar: z.enum(['wide', 'icons']),
  calendarView: z.enum(['day', 'week', 'month', 'list']),
  /** Whose the columns of a day are. */
  calendarColumns: z.enum(['staff', 'resource']),
  calendarColours: z.enum(['service', 'staff', 'status']),
  /** Pixels. */
  calendarHourHeight: z.int().min(40).max(200),
  /** Whether tasks with a time stand between the visits. */
  calendarTasks: z.boolean(),
  /** Whose tasks are shown; null for everybody's. */
  taskStaffId: z.int().nullable(),
  boardCards: z.enum(['wide', 'compact']),
})
export type Preferences = Readonly<z.infer<typeof Preferences>>

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  contactColumns: ['phone', 'email', 'locality', 'changed'],
  sidebar: 'wide',
  ...{ calendarView: 'day', calendarColumns: 'staff', calendarColours: 'service', calendarHourHeight: 72 },
  calendarTasks: true,
  taskStaffId: null,
  boardCards: 'wide',
}
