import type { dunningContract } from '../../shared/dunning/contract.ts'
import { find } from '../contacts/find.ts'
import type { Handlers } from '../handlers.ts'
import { charge } from './charge.ts'
import { exportOpenItems } from './export.ts'
import { pause, stop } from './hold.ts'
import { openOf } from './items.ts'
import { dueLetters, proposeLetter } from './letters.ts'
import { openItems } from './open-items.ts'
import { saveEach, saveLetters } from './paper.ts'
import * as queries from './queries.ts'
import { ofDocument, remindersOf } from './read.ts'
import { remind } from './remind.ts'
import { changeDunning, dunningOf } from './settings.ts'

export const dunningHandlers: Handlers<typeof dunningContract> = {
  'dunning.settings': (_input, { db }) => dunningOf(db),
  'dunning.changeSettings': (changes, { db, describe }) => {
    describe('dunningChanged', {})
    return changeDunning(db, changes)
  },
  'dunning.openItems': openItems,
  'dunning.openOf': openOf,
  'dunning.due': (_input, context) => dueLetters(context),
  'dunning.propose': proposeLetter,
  'dunning.remind': remind,
  'dunning.get': async ({ id }, { db }) => (await remindersOf(db, [id]))[0]!,
  'dunning.ofDocument': ofDocument,
  'dunning.pause': pause,
  'dunning.stop': stop,
  'dunning.isStopped': async ({ contactId }, { db }) =>
    (await queries.stopOf(db, (await find(db, contactId)).id).executeTakeFirst()) !== undefined,
  'dunning.charge': charge,
  'dunning.pdf': saveLetters,
  'dunning.zip': saveEach,
  'exports.openItems': exportOpenItems,
}
