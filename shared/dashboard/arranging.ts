import { tileNames, type Arrangement, type TileName, type TileSize } from './model.ts'

const wide: ReadonlySet<TileName> = new Set(['revenueMonth', 'utilisation', 'clients'])

/** As it is before anybody has moved anything. */
export const usualArrangement: Arrangement = tileNames.map(tile => ({ tile, size: wide.has(tile) ? 'wide' : 'small', isShown: true }))

/** What was kept, with the tiles that are newer than it at the end. */
export function completed(kept: Arrangement): Arrangement {
  const known = new Set(kept.map(({ tile }) => tile))
  return [...kept, ...usualArrangement.filter(({ tile }) => !known.has(tile))]
}

export const isUsual = (arrangement: Arrangement) =>
  arrangement.length === usualArrangement.length &&
  arrangement.every(({ tile, size, isShown }, place) => {
    const usual = usualArrangement[place]!
    return tile === usual.tile && size === usual.size && isShown === usual.isShown
  })

export const shownTiles = (arrangement: Arrangement) => arrangement.filter(({ isShown }) => isShown)

/** A tile in the place of another one; what lay between them makes room. */
export function movedTo(arrangement: Arrangement, tile: TileName, target: TileName): Arrangement {
  const [from, to] = [placeOf(arrangement, tile), placeOf(arrangement, target)]
  const moved = arrangement[from]
  if (!moved || to < 0) return arrangement
  return arrangement.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** So many places on among those that are shown; at the ends it stays. */
export function movedBy(arrangement: Arrangement, tile: TileName, steps: number): Arrangement {
  const shown = shownTiles(arrangement)
  const place = placeOf(shown, tile)
  const target = shown[Math.min(shown.length - 1, Math.max(0, place + steps))]
  return place < 0 || !target ? arrangement : movedTo(arrangement, tile, target.tile)
}

export const resized = (arrangement: Arrangement, tile: TileName, size: TileSize): Arrangement =>
  arrangement.map(one => (one.tile === tile ? { ...one, size } : one))

export const hidden = (arrangement: Arrangement, tile: TileName): Arrangement =>
  arrangement.map(one => (one.tile === tile ? { ...one, isShown: false } : one))

/** It comes back at the end, where it is seen to come. */
export const shownAgain = (arrangement: Arrangement, tile: TileName): Arrangement => {
  const back = arrangement.find(one => one.tile === tile)
  return back ? [...arrangement.filter(one => one !== back), { ...back, isShown: true }] : arrangement
}

const placeOf = (arrangement: Arrangement, tile: TileName) => arrangement.findIndex(one => one.tile === tile)
