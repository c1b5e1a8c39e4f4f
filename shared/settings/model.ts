import { z } from 'zod'

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** What the shop is. `businessName` is empty until the first run is over. */
export const ShopSettings = z.strictObject({
  businessName: z.string().trim().max(120, { error: 'tooLong' }),
  /** ISO 3166-1 alpha-2: how phone numbers without a country are read. */
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'countryUnknown' }),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currencyUnknown' }),
  language: z.enum(languages),
})
export type ShopSettings = Readonly<z.infer<typeof ShopSettings>>

export const defaultSettings: ShopSettings = { businessName: '', country: 'DE', currency: 'EUR', language: 'en' }

/** How this PC shows things: kept beside the data, not part of the history. */
export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  contactColumns: z.array(z.string().max(40)).max(40),
  sidebar: z.enum(['wide', 'icons']),
})
export type Preferences = Readonly<z.infer<typeof Preferences>>

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  contactColumns: ['phone', 'email', 'locality', 'changed'],
  sidebar: 'wide',
}
