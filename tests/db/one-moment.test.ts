import { expect, it } from 'vitest'
import { ofOneMoment } from '../../electron/db/one-moment.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { aFolder } from '../support/folder.ts'

it.each([
  ['a connection for reading', 'read', undefined],
  ['a worker that writes files', 'worker', true],
] as const)(
  'What is told of one moment on %s does not see what others write meanwhile, and what is told next does',
  async (_, access, isAlone) => {
    const folder = aFolder()
    const [shop, reading] = [openDatabase(folder), openDatabase(folder, access)]
    const notes = () => reading.sqlite.prepare('select count(*) from figureBasis').pluck().get()
    const before = notes()
    const told = await ofOneMoment(
      reading,
      () => {
        const first = notes()
        shop.sqlite.exec("insert into figureBasis (name, value) values ('written', 'meanwhile')")
        return [first, notes()]
      },
      isAlone,
    )
    expect(told).toEqual([before, before])
    expect(notes()).toBe(Number(before) + 1)

    const failing = ofOneMoment(reading, () => Promise.reject(new Error('no such report')), isAlone)
    await expect(failing).rejects.toThrow('no such report')
    expect(reading.sqlite.inTransaction).toBe(false)
    for (const { sqlite } of [shop, reading]) sqlite.close()
  },
)
