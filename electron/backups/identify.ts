/** An entry of the catalogue is known by its place and its name; the data folder's own place has none. */
export const idOf = (place: string | null, name: string) => `${place ?? 'here'}/${name}`

export function partsOfId(id: string): { place: string | null; name: string } {
  const [, place = '', name = ''] = /^([^/\\]+)\/([^/\\]+)$/.exec(id) ?? []
  return { place: place === 'here' ? null : place, name }
}
