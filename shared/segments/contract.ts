import { z } from 'zod'
import { command, query, report } from '../call.ts'
import { Filter, Remark, Segment, SegmentName } from './model.ts'

const id = z.int().positive()

export const segmentsContract = {
  'segments.list': query('contacts.read', z.strictObject({}), z.array(Segment.extend({ remarks: z.array(Remark) }))),
  'segments.create': command('contacts.write', z.strictObject({ name: SegmentName, filter: Filter }), Segment),
  'segments.update': command('contacts.write', z.strictObject({ id, name: SegmentName.optional(), filter: Filter.optional() }), Segment),
  'segments.remove': command('contacts.write', z.strictObject({ id }), z.null()),
  /** How many contacts each of them shows now. */
  'segments.counts': report('contacts.read', z.strictObject({}), z.array(z.strictObject({ id: z.int(), contacts: z.int() }))),
}
