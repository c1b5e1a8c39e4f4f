import { query } from '../call.ts'
import { TimelinePage, TimelineQuestion } from './model.ts'

export const timelineContract = { 'timeline.list': query('contacts.read', TimelineQuestion, TimelinePage) }
