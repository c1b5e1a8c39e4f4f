import { isTimeField, type BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import { isOwn } from '../../../shared/segments/rules.ts'
import { isCounted } from '../counted.ts'
import type { Around } from '../definition.ts'
import { figureNames } from './figures.ts'
import { keptParts } from './kept-parts.ts'
import { keptSales } from './kept-sales.ts'
import { keptSeen } from './kept-seen.ts'
import { keptVisits } from './kept-visits.ts'
import { salesOfClients, visitsOfClients } from './of-clients.ts'
import { soldDocuments } from './sold-documents.ts'
import type { AnySource, Shape } from './source.ts'
import { sourceFor } from './sources.ts'
import { wholeVisits } from './whole-visits.ts'

/** `isOfDiary` where it is made of what is kept of the diary, which may be half counted. */
type Candidate = Readonly<{ source: (shape: Shape, around: Around) => AnySource | null | Promise<AnySource | null>; isOfDiary?: true }>

/** What may know all that is asked, the quickest first: sums of days and months, then whole documents and visits without their parts. */
const candidates: Readonly<Partial<Record<BuiltSubject, readonly Candidate[]>>> = {
  sales: [{ source: keptSales }, { source: salesOfClients }, { source: soldDocuments }],
  visits: [
    { source: keptVisits, isOfDiary: true },
    { source: keptParts, isOfDiary: true },
    { source: keptSeen, isOfDiary: true },
    { source: visitsOfClients },
    { source: wholeVisits },
  ],
}

/** What stands in the place of the rows of a subject, where it knows all that is asked; of some clients, only the rows themselves do. */
export async function quickestFor(shape: Shape, around: Around): Promise<AnySource> {
  const raw = sourceFor(shape.build.subject)
  if (around.clients !== null) return raw
  for (const { source, isOfDiary } of candidates[shape.build.subject] ?? []) {
    const known = isOfDiary && !(await isCounted(around.db)) ? null : await source(shape, around)
    if (known && knows(known, shape, around)) return known
  }
  return raw
}

function knows({ dates, fields, contact, figures }: AnySource, shape: Shape, around: Around) {
  const { build, rows } = shape
  const asked = [...rows.filter(field => !isTimeField(field)), ...build.filters.map(({ field }) => field)]
  const known = figures(shape, around)
  const isDated = build.date !== null && build.date in dates
  return (
    isDated &&
    asked.every(field => field in fields || (isOwn(field) && contact !== undefined)) &&
    figureNames(build).every(name => name in known)
  )
}
