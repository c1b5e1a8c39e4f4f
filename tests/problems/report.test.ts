import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, openLog } from '../../electron/log.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

const problem = {
  name: 'TypeError',
  message: 'cannot mail anna.petersen@example.com',
  stack: 'TypeError: cannot mail anna.petersen@example.com\n    at send (https://regulars.invalid/assets/index.js:12:345)',
}

describe('a bug of a page', () => {
  it('goes to the log, without the people in it', async () => {
    const dataFolder = aFolder()
    const { api } = await openApp({ log: openLog(dataFolder).bug })
    await api('problems.report', problem)
    const log = readFileSync(join(dataFolder, 'logs', 'regulars.log'), 'utf8')
    expect(log).toMatch(
      /\[error\] page: TypeError: cannot mail <email>\n {4}at send \(https:\/\/regulars\.invalid\/assets\/index\.js:12:345\)/,
    )
    expect(log).not.toContain('anna')
  })

  it('keeps its frames as Firefox writes them, and no people hide in frames', async () => {
    const { api, bugs } = await openApp()
    await api('problems.report', { ...problem, stack: 'send@https://regulars.invalid/a.js:1:2\n    at anna@example.com' })
    expect(explain(bugs[0])).toBe('TypeError: cannot mail <email>\n    at send (https://regulars.invalid/a.js:1:2)\n    at <email>')
  })

  it('that comes again and again does not fill the log', async () => {
    const { api, bugs, clock } = await openApp()
    for (let times = 0; times < 30; times++) await api('problems.report', problem)
    expect(bugs).toHaveLength(20)
    clock.now = new Date(clock.now.getTime() + 60_000)
    await api('problems.report', problem)
    expect(bugs).toHaveLength(21)
  })

  it.each([
    ['a name that is none', { name: 'Anna Petersen' }, 'wrongType'],
    ['a huge stack', { stack: 'x'.repeat(4001) }, 'tooLong'],
    ['anything beside it', { where: 'page' }, 'unknownField'],
  ])('is refused with %s', async (_what, over, reason) => {
    const { call, bugs } = await openApp()
    expect(await call('problems.report', { ...problem, ...over })).toMatchObject({ ok: false, code: 'invalid', reason })
    expect(bugs).toEqual([])
  })
})
