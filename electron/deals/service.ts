import type { dealsContract } from '../../shared/deals/contract.ts'
import type { Handlers } from '../handlers.ts'
import { board } from './board.ts'
import { addContacts } from './bulk.ts'
import { dealOf } from './find.ts'
import { forecast } from './forecast.ts'
import { list } from './list.ts'
import { lose, move, reopen, win } from './move.ts'
import { adoptTemplate, archivePipeline, pipelinesOf, savePipeline } from './pipelines.ts'
import { scoreOfDeal } from './scores.ts'
import { search } from './search.ts'
import { draftInvoice, draftQuote, noteQuoteOpened } from './sell.ts'
import { changeDealSettings, dealSettingsOf } from './settings.ts'
import { change, create, remove } from './write.ts'

export const dealHandlers: Handlers<typeof dealsContract> = {
  'deals.pipelines': (_input, { db }) => pipelinesOf(db),
  'deals.savePipeline': savePipeline,
  'deals.adoptTemplate': adoptTemplate,
  'deals.archivePipeline': archivePipeline,
  'deals.settings': (_input, { db }) => dealSettingsOf(db),
  'deals.changeSettings': async (changes, { db, describe }) => {
    const settings = await changeDealSettings(db, changes)
    describe('dealSettingsChanged', {})
    return settings
  },
  'deals.board': board,
  'deals.list': list,
  'deals.search': search,
  'deals.get': ({ id }, { db, now }) => dealOf(db, id, now()),
  'deals.create': create,
  'deals.change': change,
  'deals.move': move,
  'deals.win': win,
  'deals.lose': lose,
  'deals.reopen': reopen,
  'deals.forecast': forecast,
  'deals.remove': remove,
  'deals.draftQuote': draftQuote,
  'deals.draftInvoice': draftInvoice,
  'deals.noteQuoteOpened': noteQuoteOpened,
  'deals.score': scoreOfDeal,
  'deals.addContacts': addContacts,
}
