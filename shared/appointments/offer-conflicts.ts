import type { FoundConflict } from './conflicts.ts'
import type { Occupation, Request } from './diary.ts'
import { isFit, type Offer } from './requests.ts'

const aboutStaff: readonly FoundConflict['kind'][] = ['staffBusy', 'staffOff', 'staffAbsent', 'groupFull']
const aboutResource: readonly FoundConflict['kind'][] = ['resourceBusy']
const nothing = { staffId: null, resourceId: null, appointmentId: null }

/** Where anybody would have done, it is not the fault of the one who was taken for the rest: nobody is free. */
export function withoutScapegoats(found: readonly FoundConflict[], requests: readonly Request[], offer: Offer): FoundConflict[] {
  return requests.reduce<FoundConflict[]>(
    (conflicts, request, service) => {
      const mine = (kinds: readonly FoundConflict['kind'][]) => conflicts.filter(one => one.service === service && kinds.includes(one.kind))
      const isFailing = (choices: readonly unknown[] | null, kinds: readonly FoundConflict['kind'][]) =>
        choices !== null && (choices.length === 0 || (choices.length > 1 && mine(kinds).length > 0))
      const nobody = isFailing(request.staff, aboutStaff) ? aboutStaff : []
      const noResource = isFailing(request.resources, aboutResource) ? aboutResource : []
      const rest = conflicts.filter(one => one.service !== service || ![...nobody, ...noResource].includes(one.kind))
      const name = offer.services.find(({ id }) => id === request.serviceId)?.name ?? ''
      const [{ start, end }] = [...mine(aboutStaff), ...mine(aboutResource), { start: 0, end: 0 }] as const
      const instead = (kind: 'nobodyFree' | 'noResourceFree') => ({
        ...{ ...nothing, kind, service, name, start, end, key: `${kind}:${request.serviceId}:${start}` },
      })
      return [...rest, ...(nobody.length > 0 ? [instead('nobodyFree')] : []), ...(noResource.length > 0 ? [instead('noResourceFree')] : [])]
    },
    [...found],
  )
}

/** Who is named for something that they do not do. */
export const unfitFor = (occupations: readonly Occupation[], offer: Offer): FoundConflict[] =>
  occupations.flatMap(({ staffId, serviceId, start, end }, service) =>
    isFit(offer, staffId, serviceId)
      ? []
      : [{ ...nothing, kind: 'staffUnfit', service, staffId, name: '', start, end, key: `staffUnfit:${staffId}:${serviceId}` }],
  )
