import type { Selectable } from 'kysely'
import type { Activity } from '../../shared/activities/model.ts'
import type { RichText } from '../../shared/activities/rich-text.ts'
import type { ActivityTable } from '../db/schema-contacts.ts'

/** The body was checked at the door when it was written. */
export const toActivity = (row: Selectable<ActivityTable>): Activity => ({ ...row, body: JSON.parse(row.body) as RichText })
