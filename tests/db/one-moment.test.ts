import { expect, it } from 'vitest'
import { ofOneMoment } from '../../electron/db/one-moment.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { aFolder } from '../support/folder.ts'

it('What is told of one moment does not see what others write meanwhile, and what is told next does', async () => {
  const folder = aFolder()
  const [shop, reading] = [openDatabase(folder), openDatabase(folder, 'read')]
  const notes = () => reading.sqlite.prepare('select count(*) from figureBasis').pluck().get()
  const before = notes()
  const told = await ofOneMoment(reading, () => {
    const first = notes()
    shop.sqlite.exec("insert into figureBasis (name, value) values ('written', 'meanwhile')")
    return [first, notes()]
  })
  expect(told).toEqual([before, before])
  expect(notes()).toBe(Number(before) + 1)

  const failing = ofOneMoment(reading, () => Promise.reject(new Error('no such report')))
  await expect(failing).rejects.toThrow('no such report')
  expect(reading.sqlite.inTransaction).toBe(false)
  for (const { sqlite } of [shop, reading]) sqlite.close()
})
