import { z } from 'zod'
import { command, query } from '../call.ts'
import { Job, JobId } from './model.ts'

export const jobsContract = {
  'jobs.list': query('jobs', z.strictObject({}), z.array(Job)),
  'jobs.cancel': command('jobs', JobId, z.null()),
}
