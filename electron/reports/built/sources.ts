import type { BuiltSubject } from '../../../shared/reports/built/subjects.ts'
import { clients } from './clients.ts'
import { deals } from './deals.ts'
import { payments } from './payments.ts'
import { points } from './points.ts'
import { sales } from './sales.ts'
import type { AnySource, Source } from './source.ts'
import { tasks } from './tasks.ts'
import { visits } from './visits.ts'

const sources: { readonly [S in BuiltSubject]: Source<S> } = { sales, payments, visits, clients, deals, tasks, points }

export const sourceFor = (subject: BuiltSubject): AnySource => sources[subject]
