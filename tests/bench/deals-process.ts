import { mkdirSync } from 'node:fs'
import { openDatabase } from '../../electron/db/open.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { isOpenKind } from '../../shared/deals/pipeline.ts'
import { openShop } from './app.ts'
import { times, warmTimes } from './times.ts'

export type DealsRun = Record<'board' | 'tagged' | 'deal' | 'move' | 'contact' | 'forecast' | 'scores', number[]>

const [dataFolder, wantedOpen, wantedAll, wantedLeads] = process.argv.slice(2) as [string, string, string, string]
const [open, all] = [Number(wantedOpen), Number(wantedAll)]
const contacts = 1000
mkdirSync(dataFolder)
const { api, close } = await openShop(dataFolder)
await api('settings.update', { businessName: 'Office', country: 'DE' })
for (let number = 1; number <= contacts; number++) await api('contacts.create', { kind: 'person', familyName: `Client ${number}` })
const pipeline = await api('deals.adoptTemplate', { template: 'services' })
const stages = pipeline.stages.filter(({ kind }) => isOpenKind(kind)).map(({ id }) => id)
const ends = pipeline.stages.filter(({ kind }) => !isOpenKind(kind)).map(({ id }) => id)
await api('deals.create', { contactId: 1, tags: ['Business'] })
fill()

const run: DealsRun = {
  board: await warmTimes(40, () => api('deals.board', {})),
  tagged: await warmTimes(20, () => api('deals.board', { tag: 'Business' })),
  deal: await warmTimes(40, turn => api('deals.get', { id: turn + 2 })),
  move: await warmTimes(40, move),
  contact: await warmTimes(40, turn => api('deals.list', { contactId: turn + 1, state: 'all' })),
  forecast: await warmTimes(5, () => api('deals.forecast', { pipelineId: pipeline.id })),
  scores: [],
}
addLeads(Number(wantedLeads))
run.scores.push(...(await times(3, () => api('deals.list', { temperature: 'hot' }))))
await close()
process.stdout.write(JSON.stringify(run))

async function move(turn: number) {
  const { id, stageId } = await api('deals.get', { id: turn + 100 })
  await api('deals.move', { id, from: stageId, to: stageId === stages[0]! ? stages[1]! : stages[0]! })
}

/** Deals of the last years, one after the other; the last ones are open, every tenth has a tag, each has a note with its contact. */
function fill() {
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  const list = (ids: readonly number[]) => `json_extract('${JSON.stringify(ids)}', '$[' || (n % ${ids.length}) || ']')`
  const instant = (days: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (${days}) || ' days')`
  const isOpen = `n <= ${open}`
  const age = `iif(${isOpen}, n % 40, (n * 700 / ${all}) + 1)`
  sqlite.exec(`
    begin;
    insert into deal (id, contactId, stageId, title, value, expectedOn, source, campaign, wanted, competitors, nextStep, note, enteredAt,
      outcome, closedAt, closedOn, lostReason, lostNote, user, createdAt, changedAt)
    with recursive turn (n) as (select 2 union all select n + 1 from turn where n < ${all})
    select n, n % ${contacts} + 1, iif(${isOpen}, ${list(stages)}, ${list(ends)}), 'Deal ' || n, n % 900 * 100, iif(${isOpen}, date('now', '+' || (n % 150) || ' days'), null),
      'Source ' || (n % 7), '', '[]', '', '', '', ${instant(age)}, iif(${isOpen}, null, iif(n % 2 = 0, 'won', 'lost')),
      iif(${isOpen}, null, ${instant(age)}), iif(${isOpen}, null, date('now', '-' || (${age}) || ' days')), '', '', 'owner', ${instant(`${age} + 20`)}, ${instant(age)}
    from turn;
    update deal set stageId = iif(outcome = 'won', ${ends[0]}, ${ends[1]}) where outcome is not null;
    insert into dealMove (dealId, fromStageId, toStageId, event, at, reason, note, user)
      select id, null, ${stages[0]}, 'created', createdAt, '', '', 'owner' from deal where id > 1
      union all select id, ${stages[0]}, stageId, coalesce(outcome, 'moved'), enteredAt, '', '', 'owner' from deal where id > 1;
    insert into dealTag (dealId, tagId) select id, (select id from tag limit 1) from deal where id > 1 and id % 10 = 0;
    insert into activity (contactId, kind, at, body, user, createdAt, changedAt)
      select contactId, 'note', enteredAt, '{"type":"doc","content":[]}', 'owner', enteredAt, enteredAt from deal;
    commit;`)
  sqlite.close()
}

/** Open ones besides, as the others are. */
function addLeads(leads: number) {
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  sqlite.exec(`
    insert into deal (contactId, stageId, title, value, expectedOn, source, campaign, wanted, competitors, nextStep, note, enteredAt,
      lostReason, lostNote, user, createdAt, changedAt)
    with recursive turn (n) as (select 1 union all select n + 1 from turn where n < ${leads - open})
    select contactId, stageId, title, value, expectedOn, source, campaign, wanted, competitors, nextStep, note, enteredAt,
      lostReason, lostNote, user, createdAt, changedAt from turn join deal on deal.id = n % ${open} + 1`)
  sqlite.close()
}
