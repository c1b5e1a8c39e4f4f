import { z } from 'zod'

/** In the smallest unit of the shop's currency: cents. */
export const Amount = z.int().min(0).max(1_000_000_000)
