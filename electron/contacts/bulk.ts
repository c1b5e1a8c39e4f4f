import type { Database } from 'better-sqlite3'
import { keepDerived, stopDerivingChanges } from '../db/derived.ts'
import { recordChanges, stopRecordingInserts } from '../operations/recording.ts'
import { insertColumns, openStage, stagedKeys, stagedValue, type StagedContact } from './staging.ts'
import { createTagger, type StagedRange } from './tagger.ts'

/**
 * Writes many contacts at the speed of the disk: thousands of new ones in a few statements, look-up keys and search texts in the
 * order that costs least, the history of new ones as ranges of ids instead of a line for each. Meant for a job's connection;
 * `close` gives that its ordinary triggers back.
 */
export function createBulkWriter(sqlite: Database) {
  stopRecordingInserts(sqlite, ['contact', 'contactTag'])
  stopDerivingChanges(sqlite)
  const lastId = sqlite.prepare<[], number>('select coalesce(max(id), 0) from contact').pluck()
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const restore = sqlite.prepare('update contact set trashedAt = null where id = ?')
  const tagger = createTagger(sqlite)
  const changes = bufferChanges(sqlite)
  const statements = new Map<string, IntakeStatements>()
  const own = openStage(sqlite, 'temp')

  /** Takes in what is staged at the positions from 0, in one transaction: `finish` ends it. Ids follow the positions. `at` is for contacts that say no time of their own. */
  function intake(operation: number, schema: string, at = '') {
    const known = statements.get(schema) ?? prepareIntake(sqlite, schema, tagger)
    statements.set(schema, known)
    const base = lastId.get()! + 1
    const passedOver = new Set<number>()
    let taken = 0
    const rangeOf = (from: number, to: number): StagedRange => ({ base, from, to, at, passedOver: JSON.stringify([...passedOver]) })

    /** Those below a position: from then on they are there. */
    function takeBelow(position: number) {
      if (position > taken) known.takeContacts(rangeOf(taken, position - 1))
      taken = Math.max(taken, position)
    }

    return {
      takeBelow,
      idAt: (position: number) => base + position,
      isWaiting: (position: number) => position >= taken && !passedOver.has(position),
      /** This one is no new contact. */
      passOver: (position: number) => void passedOver.add(position),
      finish(count: number) {
        takeBelow(count)
        const isAnyNew = count > passedOver.size
        if (isAnyNew) for (const table of ['contact', 'contactTag']) range.run(operation, table, base, base + count - 1)
        const changed = changes.write(operation, tagger)
        if (isAnyNew) known.takeTexts(rangeOf(0, count - 1))
        changes.writeTexts(changed)
      },
    }
  }

  return {
    intake,
    /** Gives a contact new values at the end of the intake, all but the time of its creation, and these tags beside its own. */
    change: changes.add,
    /** Takes a contact out of the trash: `change` is to follow, which makes it one to be found. */
    restore: (id: number) => void restore.run(id),
    /** A whole transaction's worth of new contacts. */
    insert(operation: number, contacts: readonly StagedContact[]) {
      contacts.forEach(own.put)
      own.finish()
      intake(operation, 'temp').finish(contacts.length)
      own.clear()
    },
    close() {
      recordChanges(sqlite)
      keepDerived(sqlite)
    },
  }
}

type Take = (range: StagedRange) => void
type IntakeStatements = { takeContacts: Take; takeTexts: Take }

function prepareIntake(sqlite: Database, schema: string, tagger: ReturnType<typeof createTagger>): IntakeStatements {
  const wanted = 'position between @from and @to and position not in (select value from json_each(@passedOver))'
  const contacts = sqlite.prepare(
    `insert into contact (id, ${insertColumns.join(', ')})
     select @base + position, ${insertColumns.map(stagedValue).join(', ')} from ${schema}.staged where ${wanted}`,
  )
  // Neighbouring keys land on the same page: written in order, they cost half.
  const keys = sqlite.prepare(
    `insert or ignore into contactKey (key, contactId) select key, @base + position from (${stagedKeys(schema, wanted)}) order by key`,
  )
  // Whatever other statement follows makes the search index write what it has in hand: so this one comes late.
  const texts = sqlite.prepare(
    `insert into contactSearch (rowid, text) select @base + position, search from ${schema}.staged where ${wanted}`,
  )
  const tags = tagger.prepareIntake(schema, wanted)
  return {
    takeContacts(range) {
      const { at: _at, ...rest } = range
      contacts.run(range)
      keys.run(rest)
      tags(rest)
    },
    takeTexts: ({ at: _at, ...range }) => void texts.run(range),
  }
}

type Change = { contact: StagedContact; formerKeys: readonly number[] }

/** Changes of contacts wait for the end of the transaction: the search index likes to hear of all of them at once. */
function bufferChanges(sqlite: Database) {
  const columns = insertColumns.filter(column => column !== 'createdAt')
  const update = sqlite.prepare(`update contact set ${columns.map(column => `${column} = ?`).join(', ')} where id = ?`)
  const removeKey = sqlite.prepare('delete from contactKey where key = ? and contactId = ?')
  const addKey = sqlite.prepare('insert or ignore into contactKey (key, contactId) values (?, ?)')
  const forget = sqlite.prepare('delete from contactSearch where rowid in (select value from json_each(?))')
  const search = sqlite.prepare('insert into contactSearch (rowid, text) select value ->> 0, value ->> 1 from json_each(?)')
  const buffered = new Map<number, Change>()

  function write(operation: number, tagger: ReturnType<typeof createTagger>) {
    const changes = [...buffered].sort(([a], [b]) => a - b)
    buffered.clear()
    for (const [id, { contact, formerKeys }] of changes) {
      update.run(...columns.map(column => contact.row[column]), id)
      for (const key of formerKeys) if (!contact.keys.includes(key)) removeKey.run(key, id)
      tagger.add(operation, id, contact.tags)
    }
    return changes
  }

  function writeTexts(changes: readonly [number, Change][]) {
    if (changes.length === 0) return
    forget.run(JSON.stringify(changes.map(([id]) => id)))
    search.run(JSON.stringify(changes.map(([id, { contact }]) => [id, contact.search])))
  }

  return {
    /** Its new keys find it at once. */
    add(id: number, contact: StagedContact, formerKeys: readonly number[]) {
      for (const key of contact.keys) addKey.run(key, id)
      buffered.set(id, { contact, formerKeys: [...(buffered.get(id)?.formerKeys ?? []), ...formerKeys] })
    },
    write,
    writeTexts,
  }
}
