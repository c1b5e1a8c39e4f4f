import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { Selection } from '../contacts/model.ts'
import { Amount } from '../money.ts'
import { Forecast } from './forecast.ts'
import { Board, Deal, DealChange, DealFilter, DealLine, DealSettings, dealSorts, Move, NewDeal } from './model.ts'
import { Score } from './score.ts'
import { Pipeline, PipelineDraft } from './pipeline.ts'
import { templateNames } from './templates.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'noSuchDay' })

export const dealsContract = {
  /** In their order, with their stages in order. */
  'deals.pipelines': query('deals.read', z.strictObject({}), z.array(Pipeline)),
  /** Refused where a stage with deals is left out and nothing is said about them. */
  'deals.savePipeline': command('settings.write', PipelineDraft, Pipeline),
  'deals.adoptTemplate': command('settings.write', z.strictObject({ template: z.enum(templateNames) }), Pipeline),
  'deals.archivePipeline': command('settings.write', Id.extend({ archived: z.boolean() }), Pipeline),
  'deals.settings': query('deals.read', z.strictObject({}), DealSettings),
  'deals.changeSettings': command('settings.write', DealSettings.partial(), DealSettings),

  /** Of the first pipeline, where none is named; in each column the first cards, in the columns of what is closed those of the last 30 days. */
  'deals.board': query('deals.read', DealFilter.extend({ perStage: z.int().min(1).max(2000).default(50) }), Board),
  'deals.list': query(
    'deals.read',
    DealFilter.extend({
      contactId: id.nullable().default(null),
      stageId: id.nullable().default(null),
      state: z.enum(['open', 'won', 'lost', 'all']).default('open'),
      /** Of what is closed: from this day on, and before the other. */
      closedFrom: z.iso.date().nullable().default(null),
      closedTo: z.iso.date().nullable().default(null),
      expectedFrom: z.iso.date().nullable().default(null),
      expectedTo: z.iso.date().nullable().default(null),
      lostReason: text(100).nullable().default(null),
      sort: z.enum(dealSorts).default('expectedOn'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: z.int(), sum: z.int(), deals: z.array(DealLine) }),
  ),
  /** By words of their title, among the latest. */
  'deals.search': query(
    'deals.read',
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(10) }),
    z.array(DealLine.pick({ id: true, title: true, contactName: true, outcome: true })),
  ),
  'deals.get': query('deals.read', Id, Deal),
  /** Why it has the points that it has. */
  'deals.score': query('deals.read', Id, Score),
  'deals.create': command('deals.write', NewDeal, Deal),
  'deals.change': command('deals.write', DealChange, Deal),
  'deals.move': command('deals.write', Move, Deal),
  /** With what it came to in the end; without, the value that it has. */
  'deals.win': command('deals.write', Id.extend({ value: Amount.nullable().default(null), note: text(1000).default('') }), Deal),
  'deals.lose': command(
    'deals.write',
    Id.extend({ reason: text(100).min(1, { error: 'lostReasonMissing' }), note: text(1000).default('') }),
    Deal,
  ),
  /** Back to the stage from which it was closed, or to another. */
  'deals.reopen': command('deals.write', Id.extend({ stageId: id.nullable().default(null) }), Deal),
  /** By months, from the eleven before this one to the five after it where nothing else is said. How deals go from stage to stage is told of one pipeline. */
  'deals.forecast': report(
    'deals.read',
    z.strictObject({ pipelineId: id.nullable().default(null), from: month.nullable().default(null), to: month.nullable().default(null) }),
    Forecast,
  ),
  'deals.remove': command('deals.write', Id, z.null()),
  /** The draft of a quote, or of an invoice, with what is wanted. */
  'deals.draftQuote': command('invoices.write', Id, Deal),
  'deals.draftInvoice': command('invoices.write', Id, Deal),
  /** Somebody noticed that the client has opened it. */
  'deals.noteQuoteOpened': command('deals.write', Id, Deal),
  /** A deal for each of the contacts that has none open in the pipeline. */
  'deals.addContacts': job(
    'deals.write',
    z.strictObject({
      selection: Selection,
      stageId: id.nullable().default(null),
      title: text(200).default(''),
      source: text(100).default(''),
      staffId: id.nullable().default(null),
    }),
    z.strictObject({ deals: z.int(), passedOver: z.int() }),
  ),
}
