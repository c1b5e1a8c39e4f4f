import { z } from 'zod'
import { Cell, columnTypes, Link } from '../reports/model.ts'
import { CalendarDate } from '../time.ts'

export const tileNames = [
  ...['visits', 'revenueToday', 'revenueWeek', 'openItems', 'revenueMonth', 'utilisation', 'clients', 'noShows', 'overdueClients'],
  ...['birthdays', 'liability', 'duplicates', 'backup'],
] as const
export type TileName = (typeof tileNames)[number]
export const TileNames = z.array(z.enum(tileNames)).max(tileNames.length)

export const tileSizes = ['small', 'wide'] as const
export type TileSize = (typeof tileSizes)[number]

/** Where a tile stands is its place among the others. */
export const PlacedTile = z.strictObject({ tile: z.enum(tileNames), size: z.enum(tileSizes), isShown: z.boolean() })
export type PlacedTile = Readonly<z.infer<typeof PlacedTile>>

/** Every tile once; those that are hidden keep their place. */
export const Arrangement = z
  .array(PlacedTile)
  .max(tileNames.length)
  .refine(placed => new Set(placed.map(({ tile }) => tile)).size === placed.length, { error: 'tileTwice' })
  .readonly()
export type Arrangement = z.infer<typeof Arrangement>

/** As columns of reports are; an instant stands on the clock. */
export const figureTypes = [...columnTypes, 'instant'] as const
export type FigureType = (typeof figureTypes)[number]

/** A number with what it is called and what it means; null is what cannot be told. */
export const Figure = z.strictObject({
  key: z.string(),
  type: z.enum(figureTypes),
  label: z.string(),
  meaning: z.string(),
  value: Cell,
  /** The same in the period before; null where nothing is compared. */
  before: Cell,
  /** Which way is the good one; null where there is none. */
  better: z.enum(['more', 'less']).nullable(),
  /** Somebody should look at it. */
  isBad: z.boolean(),
})
export type Figure = Readonly<z.infer<typeof Figure>>

/** `bars` stand side by side in order of time, `ranking` lie one below the other. */
export const Series = z.strictObject({
  kind: z.enum(['bars', 'ranking']),
  /** What is drawn, and of what. */
  label: z.string(),
  about: z.string(),
  type: z.enum(columnTypes),
  /** `mark` is a short form of the name, for an axis. */
  points: z.array(z.strictObject({ label: z.string(), mark: z.string(), value: z.number().nullable(), link: Link.nullable() })),
})
export type Series = Readonly<z.infer<typeof Series>>

export const Tile = z.strictObject({
  tile: z.enum(tileNames),
  title: z.string(),
  /** Of which days it tells, and what they are compared with; empty where it tells how things are now. */
  period: z.string(),
  /** The first is what it is about. */
  figures: z.array(Figure),
  /** Said in the place of figures while there is nothing to count. */
  note: z.string().nullable(),
  series: Series.nullable(),
  /** The page with what is behind it. */
  link: Link,
})
export type Tile = Readonly<z.infer<typeof Tile>>

export const Dashboard = z.strictObject({ day: CalendarDate, currency: z.string(), tiles: z.array(Tile) })
export type Dashboard = Readonly<z.infer<typeof Dashboard>>
