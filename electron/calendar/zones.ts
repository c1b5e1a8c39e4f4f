import { findIana } from 'windows-iana'
import { Zone } from '../../shared/time.ts'
import { clockIn, type Clock } from '../../shared/zone.ts'

/** The clocks of a calendar's zones, which it calls by whatever name its program has for them. `places` is what it says of these names itself. */
export function clocksOf(places: ReadonlyMap<string, string>) {
  const known = new Map<string, Clock | null>()
  return (name: string): Clock | null => {
    const clock = known.get(name)
    if (clock !== undefined) return clock
    const zone = [name, places.get(name) ?? '', ...findIana(name), lastOf(name, 3), lastOf(name, 2)].find(isZone)
    const found = zone === undefined ? null : clockIn(zone)
    known.set(name, found)
    return found
  }
}

const isZone = (name: string) => name !== '' && Zone.safeParse(name).success

/** `/freeassociation.sourceforge.net/Europe/Berlin` ends with a name that everybody knows. */
const lastOf = (name: string, parts: number) => name.split('/').slice(-parts).join('/')
