import type { BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import { clients } from './clients.ts'
import { deals } from './deals.ts'
import { payments } from './payments.ts'
import { points } from './points.ts'
import { sales } from './sales.ts'
import type { DateSource, FieldSource, Source } from './source.ts'
import { tasks } from './tasks.ts'
import type { Build } from '../../../shared/reports/built/model.ts'
import type { RawBuilder } from 'kysely'
import type { Around } from '../definition.ts'
import { visits } from './visits.ts'

const sources: { readonly [S in BuiltSubject]: Source<S> } = { sales, payments, visits, clients, deals, tasks, points }

/** The same for whoever does not need to know which subject it is: what is not there is not asked for, for builds are checked at the door. */
export type AnySource = Pick<Source<BuiltSubject>, 'from' | 'where' | 'remarks'> & {
  readonly dates: Readonly<Record<string, DateSource>>
  readonly fields: Readonly<Record<string, FieldSource>>
  readonly figures: (build: Build, around: Around) => Readonly<Record<string, RawBuilder<number>>>
}
export const sourceFor = (subject: BuiltSubject): AnySource => sources[subject]
