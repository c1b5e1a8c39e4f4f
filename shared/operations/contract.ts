import { z } from 'zod'
import { job, query } from '../call.ts'
import { Operation, OperationId } from './model.ts'

export const operationsContract = {
  'operations.list': query(
    'history.read',
    z.strictObject({ before: z.int().nullable().default(null), limit: z.int().min(1).max(200).default(50) }),
    z.array(Operation),
  ),
  'operations.undo': job('history.undo', OperationId, Operation),
}
