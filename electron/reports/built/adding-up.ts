import type { Build } from '../../../shared/reports/built/model.ts'
import { timeFields, type BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import { isOwn } from '../../../shared/segments/rules.ts'
import { figureNames } from './figures.ts'
import { isOfServices } from './visits.ts'

type Fields = readonly string[]
const ofClients: Fields = ['client', 'city', 'source']
const ofDocuments: Fields = [...timeFields, ...ofClients, 'documentKind', 'document']
const ofVisits: Fields = [...timeFields, ...ofClients, 'status', 'channel', 'hour']

/**
 * Figures of which something is counted once, however many rows it has a part in; and what tells it apart so that it is in one alone, as
 * fields of the shop's own do, of which every client has one value.
 */
const countedOnce: Readonly<Partial<Record<BuiltSubject, Readonly<Record<string, Fields>>>>> = {
  sales: { documents: ofDocuments, clients: ofClients },
  visits: { booked: ofVisits, done: ofVisits, open: ofVisits, cancelled: ofVisits, noShow: ofVisits, seen: ofClients },
}

/** Whether the total is the sum of the rows: nothing that is counted is in two of them. */
export const addsUp = (build: Build) => figureNames(build).every(name => isInOneRow(build, name))

function isInOneRow(build: Build, figure: string) {
  const apart = countedOnce[build.subject]?.[figure]
  // Of services each counts for itself.
  const isEach = apart === undefined || (build.subject === 'visits' && figure !== 'seen' && isOfServices(build))
  return isEach || build.rows.every(field => apart.includes(field) || isOwn(field))
}
