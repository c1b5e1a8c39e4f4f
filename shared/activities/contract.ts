import { z } from 'zod'
import { command } from '../call.ts'
import { Activity, ActivityChange, ActivityId, NewActivity } from './model.ts'

export const activitiesContract = {
  'activities.create': command('contacts.write', NewActivity, Activity),
  'activities.update': command('contacts.write', ActivityChange, Activity),
  'activities.trash': command('contacts.write', ActivityId, Activity),
  'activities.restore': command('contacts.write', ActivityId, Activity),
  'activities.pin': command('contacts.write', ActivityId.extend({ pinned: z.boolean() }), Activity),
}
