import type { ShopSettings } from '../settings/model.ts'

/** Which shop the demo opens; its language stays the user's. */
export const demoShop = { businessName: 'Salon Marlene', country: 'DE', currency: 'EUR' } as const satisfies Partial<ShopSettings>

/** Any number will do, but not another one tomorrow: pictures and measurements speak of these clients. */
export const demoSeed = 1984
