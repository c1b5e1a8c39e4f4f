import type { Database } from 'better-sqlite3'
import { openDatabase } from '../../electron/db/open.ts'
import { stopRecording } from '../../electron/operations/recording.ts'
import { isOpenKind } from '../../shared/deals/pipeline.ts'
import { openShop } from './app.ts'
import { times } from './times.ts'

export type TodayRun = Record<'day' | 'week' | 'counts' | 'quick' | 'done' | 'reminders', number[]> & { contacts: number; open: number }

const dayMilliseconds = 86_400_000
const [dataFolder, wanted, wantedDeals] = process.argv.slice(2) as [string, string, string]
fill(Number(wanted))
const { api, close } = await openShop(dataFolder)
const { stages } = await api('deals.adoptTemplate', { template: 'services' })
fillDeals(
  Number(wantedDeals),
  stages.filter(({ kind }) => isOpenKind(kind)).map(({ id }) => id),
)
const { total: contacts } = await api('contacts.list', { limit: 1 })
const [{ all: open }, today] = [await api('tasks.counts', {}), await api('tasks.list', { list: 'today', limit: 500 })]

const run: TodayRun = {
  ...{ contacts, open },
  day: await times(60, () => api('today.list', {})),
  week: await times(40, () => api('tasks.list', { list: 'week' })),
  counts: await times(40, () => api('tasks.counts', {})),
  quick: await times(40, turn => api('tasks.quick', { text: `call Anna tomorrow 9:${10 + turn} about the quote` })),
  done: await times(40, turn => api('tasks.complete', { id: today[turn]!.id })),
  reminders: await times(40, () => api('reminders.take', {})),
}
await close()
process.stdout.write(JSON.stringify(run))

/** Numbers of contacts have gaps where an import left rows out. */
function lastContact(sqlite: Database) {
  return sqlite.prepare<[], number>('select max(id) from contact').pluck().get()!
}

/** Nine in ten are done; the others lie around today, a third of them late. Half of the open ones have a time. */
function fill(tasks: number) {
  const { sqlite } = openDatabase(dataFolder)
  stopRecording(sqlite)
  const contacts = lastContact(sqlite)
  const insert = sqlite.prepare(`
    insert into task (kind, title, note, due, priority, contactId, checklist, remindMinutes, remindAt, outcome, doneAt, doneBy, user, createdAt, changedAt)
    values ('call', @title, '', @due, 'normal', (select id from contact where id >= @contactId limit 1), '[]', 10, @remindAt, @outcome, @doneAt, @doneBy, 'owner', @at, @at)`)
  const write = sqlite.transaction(() => {
    for (let number = 0; number < tasks; number++) insert.run(taskOf(number, tasks, contacts))
    sqlite.exec(`update contact set followUpOn = date('now', (id % 60 - 20) || ' days') where id % 50 = 0`)
  })
  write()
  sqlite.close()
}

function taskOf(number: number, tasks: number, contacts: number) {
  const isDone = number % 10 !== 0
  const days = isDone ? -(number % 700) - 1 : (Math.floor(number / 10) % 90) - 30
  const day = new Date(Date.now() + days * dayMilliseconds).toISOString().slice(0, 10)
  const hasTime = number % 20 === 0
  const at = new Date(Date.now() - ((tasks - number) % 700) * dayMilliseconds).toISOString()
  return {
    ...{ title: `Task ${number}`, due: hasTime ? `${day}T10:00` : day, contactId: 1 + ((number * 7919) % contacts), at },
    ...{ remindAt: hasTime && !isDone ? `${day}T09:50` : null, outcome: isDone ? 'reached' : null },
    ...{ doneAt: isDone ? at : null, doneBy: isDone ? 'owner' : null },
  }
}

/** All of them open: a fifth with a next step, most of them to close some day, and of six in seven something was heard lately. */
function fillDeals(deals: number, stages: readonly number[]) {
  const { sqlite } = openDatabase(dataFolder, 'worker')
  stopRecording(sqlite)
  const last = lastContact(sqlite)
  const instant = (days: string) => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || (${days}) || ' days')`
  sqlite.exec(`
    begin;
    insert into deal (contactId, stageId, title, value, expectedOn, source, campaign, wanted, competitors, nextStep, nextStepOn, note, enteredAt,
      lostReason, lostNote, user, createdAt, changedAt)
    with recursive turn (n) as (select 1 union all select n + 1 from turn where n < ${deals})
    select (select id from contact where id >= n * 17 % ${last} limit 1), json_extract('${JSON.stringify(stages)}', '$[' || (n % ${stages.length}) || ']'), 'Deal ' || n, n * 7919 % 900 * 100,
      iif(n % 4 = 0, null, date('now', '+' || (n % 400 + 8) || ' days')), '', '', '[]', '', '',
      iif(n % 5 = 0, date('now', '+' || (n % 300 + 1) || ' days'), null), '', ${instant('n % 60')}, '', '', 'owner', ${instant('n % 60 + 20')}, ${instant('n % 60')}
    from turn;
    insert into activity (contactId, kind, at, body, user, createdAt, changedAt)
      select contactId, 'call', at, '{"type":"doc","content":[]}', 'owner', at, at from (
        select contactId, ${instant('id % 3')} as at from deal where id % 7 <> 0);
    commit;`)
  sqlite.close()
}
