import { spans, type Span } from '../periods.ts'
import type { Measure } from './measure.ts'

export const builtSubjects = ['sales', 'payments', 'visits', 'clients', 'deals', 'tasks', 'points'] as const
export type BuiltSubject = (typeof builtSubjects)[number]

/** Parts of time, by the day that the period is about. */
export const timeFields = [...spans, 'weekday'] as const
export type TimeField = (typeof timeFields)[number]
export const isTimeField = (field: string): field is TimeField => timeFields.some(one => one === field)
/** Those that follow each other. */
export const spanIn = (field: string): Span | null => spans.find(span => span === field) ?? null

/** Of these there are too many to choose from; each of the rows leads to them. */
const countless: readonly string[] = ['client', 'document', 'hour']
export const canBeFiltered = (field: string) => !isTimeField(field) && !countless.includes(field)

/** What a report of one's own can be about: `electron/reports/built` has where each of these comes from. */
type Described<D extends string, R extends string, F extends string> = Readonly<{
  /** The days that its period can be about, the usual one first. */
  dates: readonly D[]
  /** Whether it can be told without any period: all there is, as it is now. */
  isStanding: boolean
  /** By what its rows can be told apart, beside parts of time. */
  fields: readonly R[]
  measures: readonly Measure<F>[]
}>
const described = <const D extends string, const R extends string, const F extends string>(subject: Described<D, R, F>) => subject

/** What they mean stands in `shared/reports/{sales,visits,clients}.ts`; their names are those of the other reports. */
export const subjectsToBuild = {
  sales: described({
    dates: ['issuedOn'],
    isStanding: false,
    fields: ['item', 'category', 'lineKind', 'staff', 'client', 'city', 'source', 'taxRate', 'documentKind', 'document'],
    measures: [
      { key: 'net', type: 'money', sum: 'net' },
      { key: 'tax', type: 'money', sum: 'tax' },
      { key: 'gross', type: 'money', sum: 'gross' },
      { key: 'share', type: 'percent', shareOf: 'net' },
      { key: 'quantity', type: 'decimal', sum: 'quantity' },
      { key: 'documents', type: 'number', sum: 'documents' },
      { key: 'averageTicket', type: 'money', part: 'gross', whole: ['documents'] },
      { key: 'buyers', type: 'number', sum: 'clients' },
      { key: 'lines', type: 'number', sum: 'lines' },
    ],
  }),
  payments: described({
    dates: ['paidOn'],
    isStanding: false,
    fields: ['method', 'client', 'city', 'source'],
    measures: [
      { key: 'takings', type: 'money', sum: 'amount' },
      { key: 'tips', type: 'money', sum: 'tips' },
      { key: 'shareOfTakings', type: 'percent', shareOf: 'amount' },
      { key: 'payments', type: 'number', sum: 'payments' },
      { key: 'averagePayment', type: 'money', part: 'amount', whole: ['payments'] },
    ],
  }),
  visits: described({
    dates: ['startsOn', 'bookedOn'],
    isStanding: false,
    fields: ['status', 'staff', 'service', 'category', 'client', 'city', 'source', 'channel', 'hour'],
    measures: [
      { key: 'booked', type: 'number', sum: 'booked' },
      { key: 'done', type: 'number', sum: 'done' },
      { key: 'open', type: 'number', sum: 'open' },
      { key: 'cancelled', type: 'number', sum: 'cancelled' },
      { key: 'noShow', type: 'number', sum: 'noShow' },
      { key: 'cancellationRate', type: 'percent', part: 'cancelled', whole: ['booked'] },
      { key: 'noShowRate', type: 'percent', part: 'noShow', whole: ['done', 'noShow'] },
      { key: 'seen', type: 'number', sum: 'seen' },
      { key: 'visitTime', type: 'minutes', sum: 'visitTime' },
    ],
  }),
  clients: described({
    dates: ['addedOn', 'firstVisitOn', 'lastVisitOn'],
    isStanding: true,
    fields: ['source', 'city', 'contactKind', 'language', 'client'],
    measures: [
      { key: 'clients', type: 'number', sum: 'clients' },
      { key: 'shareOfClients', type: 'percent', shareOf: 'clients' },
      { key: 'visitsSoFar', type: 'number', sum: 'visits' },
      { key: 'noShowsSoFar', type: 'number', sum: 'noShows' },
      { key: 'visitsPerClient', type: 'decimal', part: 'visits', whole: ['clients'] },
      { key: 'netSoFar', type: 'money', sum: 'net' },
      { key: 'netPerClient', type: 'money', part: 'net', whole: ['clients'] },
    ],
  }),
  deals: described({
    dates: ['createdOn', 'closedOn', 'expectedOn'],
    isStanding: true,
    fields: ['stage', 'pipeline', 'outcome', 'staff', 'source', 'campaign', 'lostReason', 'client'],
    measures: [
      { key: 'deals', type: 'number', sum: 'deals' },
      { key: 'dealValue', type: 'money', sum: 'value' },
      { key: 'wonDeals', type: 'number', sum: 'won' },
      { key: 'lostDeals', type: 'number', sum: 'lost' },
      { key: 'wonValue', type: 'money', sum: 'wonValue' },
      { key: 'winRate', type: 'percent', part: 'won', whole: ['won', 'lost'] },
      { key: 'averageDeal', type: 'money', part: 'value', whole: ['deals'] },
    ],
  }),
  tasks: described({
    dates: ['dueOn', 'createdOn', 'doneOn'],
    isStanding: true,
    fields: ['taskKind', 'priority', 'staff', 'taskState', 'client'],
    measures: [
      { key: 'tasks', type: 'number', sum: 'tasks' },
      { key: 'tasksDone', type: 'number', sum: 'done' },
      { key: 'tasksOpen', type: 'number', sum: 'open' },
      { key: 'shareOfDone', type: 'percent', part: 'done', whole: ['tasks'] },
    ],
  }),
  points: described({
    dates: ['movedOn'],
    isStanding: false,
    fields: ['programme'],
    measures: [
      { key: 'earned', type: 'number', sum: 'earned' },
      { key: 'spent', type: 'number', sum: 'spent' },
      { key: 'lapsed', type: 'number', sum: 'lapsed' },
      { key: 'reversed', type: 'number', sum: 'reversed' },
      { key: 'pointsChange', type: 'number', sum: 'change' },
    ],
  }),
} as const

type Subjects = typeof subjectsToBuild
export type DateOf<S extends BuiltSubject> = Subjects[S]['dates'][number]
export type FieldOf<S extends BuiltSubject> = Subjects[S]['fields'][number]
export type FigureOf<S extends BuiltSubject> = Subjects[S]['measures'][number] extends Measure<infer F> ? F : never

/** The same for whoever does not need to know which one it is. */
export const subjectToBuild = (subject: BuiltSubject): Described<string, string, string> => subjectsToBuild[subject]
