import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, notingSlowCalls, openLog, withoutPeople } from '../../electron/log.ts'
import { owner } from '../../shared/permissions.ts'
import { aFolder } from '../support/folder.ts'

describe('the log', () => {
  it.each([
    ['cannot mail anna.petersen@example.com now', 'cannot mail <email> now'],
    ['0176 123 45 67 and +49 (40) 99-88-77 failed', '<number> and <number> failed'],
    ['Unexpected token M, "Max Muster;0"... is not valid JSON', 'Unexpected token M, "…"... is not valid JSON'],
    ["ENOENT: no such file, open '/media/Kunden Petersen.csv'", "ENOENT: no such file, open '…'"],
    [`no such folder ${homedir()}/data`, 'no such folder ~/data'],
    ["Cannot read properties of undefined (reading 'name')", "Cannot read properties of undefined (reading 'name')"],
    ['SQLITE_ERROR: no such column: contact.x at row 12345', 'SQLITE_ERROR: no such column: contact.x at row 12345'],
  ])('keeps people out of %j', (text, masked) => {
    expect(withoutPeople(text)).toBe(masked)
  })

  it('says what an error is, where it came from, and what led to it', () => {
    const cause = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' })
    const text = explain(new Error('could not save anna@example.com', { cause }))
    expect(text).toMatch(/^Error: could not save <email>\n {4}at /)
    expect(text).toMatch(/\ncaused by Error \(SQLITE_IOERR\): disk I\/O error\n {4}at /)
  })

  it('ends with causes that go round in a circle', () => {
    const error = new Error('a')
    error.cause = error
    expect(explain(error).match(/caused by/g)).toHaveLength(5)
  })

  it('lies in the data folder', () => {
    const folder = aFolder()
    openLog(folder).bug(new TypeError('x is not a function'), 'contacts.list')
    expect(readFileSync(join(folder, 'logs', 'regulars.log'), 'utf8')).toMatch(
      /^\S+ \[error\] contacts\.list: TypeError: x is not a function\n/,
    )
  })

  it('notes calls that keep the window waiting, by name alone', async () => {
    const notes: string[] = []
    const log = { bug: () => undefined, note: (text: string) => void notes.push(text) }
    const block = () => {
      const until = performance.now() + 60
      while (performance.now() < until);
      return Promise.resolve({ ok: true as const, value: null })
    }
    const dispatch = notingSlowCalls(block, log)
    for (const name of ['contacts.list', 'imports.run', '__proto__']) await dispatch(name, { text: 'Petersen' }, owner)
    expect(notes).toEqual([expect.stringMatching(/^contacts\.list took \d+ ms$/)])
  })
})
