import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { builtSubjects } from './built/subjects.ts'
import { Offer, Question, Report, ReportTitle, SavedReport } from './model.ts'

const id = z.int().positive()

export const reportsContract = {
  /** In the shop's language, by subject. */
  'reports.list': query('reports.read', z.strictObject({}), z.array(Offer)),
  /** From where clients say that they come. */
  'reports.sources': report('reports.read', z.strictObject({}), z.array(z.string())),
  /** The first rows, and what all of them come to. */
  'reports.run': report('reports.read', Question, Report),
  /** What a field of a subject can be narrowed to, by its name. */
  'reports.choices': report(
    'reports.read',
    z.strictObject({ subject: z.enum(builtSubjects), field: z.string().max(40) }),
    z.array(z.strictObject({ value: z.union([z.string(), z.number()]), label: z.string() })),
  ),
  /** All rows, for the spreadsheet of the shop's country. */
  'exports.report': job('reports.read', Question.extend({ out: FileToken }), z.strictObject({ rows: z.int() })),
  'reports.pdf': job('reports.read', Question.extend({ out: FileToken }), z.strictObject({ pages: z.int() })),
  /** In the order of their names. */
  'reports.saved': query('reports.read', z.strictObject({}), z.array(SavedReport)),
  'reports.save': command('reports.write', z.strictObject({ name: ReportTitle, question: Question }), SavedReport),
  'reports.changeSaved': command(
    'reports.write',
    z.strictObject({ id, name: ReportTitle.optional(), question: Question.optional() }),
    SavedReport,
  ),
  'reports.removeSaved': command('reports.write', z.strictObject({ id }), z.null()),
  /** Whether the sums that are kept by the day are those of the books and of the diary. */
  'reports.verify': report(
    'reports.read',
    z.strictObject({}),
    z.strictObject({ sums: z.int(), broken: z.array(z.strictObject({ table: z.string(), period: z.string() })) }),
  ),
}
