import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppEvent } from '../../shared/events.ts'
import type { Job } from '../../shared/jobs/model.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { control, eventually, openWindow, press, seen } from '../support/window.ts'

const kunden = [
  'Vorname;Nachname;Telefon;E-Mail;Kundennr;Leer',
  'Jörg;Weiß;040 123456;joerg@example.com;1;',
  'Zoë;Öztürk;0176 7654321;keine;2;',
  'Inge;Groß;0176 1111111;inge@example.com;3;',
].join('\r\n')

/** The import page, with a file to pick and a place to save to. */
async function withFile(content: string | Buffer = kunden, before?: Parameters<typeof openWindow>[0]) {
  const folder = aFolder()
  const path = join(folder, 'kunden.csv')
  const saved = join(folder, 'saved.csv')
  writeFileSync(path, content)
  const window = await openWindow({
    path: '/import',
    ...before,
    files: ({ offers }) => ({
      pickFile: () => Promise.resolve(offers.offerRead(path)),
      chooseDestination: name => Promise.resolve(offers.offerWrite(saved, name)),
      deliver: () => Promise.resolve(),
    }),
  })
  await press('Choose a file')
  return { ...window, path, saved }
}

const meanings = () =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLSelectElement>('select[aria-label^="Meaning of"]')].map(select => [
      select.getAttribute('aria-label')?.replace('Meaning of ', ''),
      select.value,
    ]),
  )
const choose = (label: string, value: string) => {
  const select = [...document.querySelectorAll('select')].find(
    select =>
      select.getAttribute('aria-label') === label ||
      (select.id !== '' && seen(document.querySelector(`label[for="${select.id}"]`) ?? select) === label),
  )
  if (!select) throw new Error(`There is no "${label}"`)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
const sampleRow = () => [...document.querySelectorAll('[role=region] tbody tr:first-child td')].map(cell => seen(cell))
const figures = () =>
  Object.fromEntries(
    [...document.querySelectorAll('.summary dl > div')].map(figure => [
      seen(figure.children[0] ?? figure),
      seen(figure.children[1] ?? figure),
    ]),
  )

describe('the preview of an import', () => {
  it('says how the file is read, what the columns mean, and what is wrong', async () => {
    await withFile()
    await eventually(() =>
      expect(meanings()).toEqual({ Vorname: 'givenName', Nachname: 'familyName', Telefon: 'phone', 'E-Mail': 'email', Kundennr: '' }),
    )
    expect(seen()).toContain('kunden.csv')
    expect(seen()).toContain('4 of 6 are imported')
    expect(seen()).toContain('1 empty column is left out')
    expect(sampleRow()).toEqual(['Jörg', 'Weiß', '040 123456', 'joerg@example.com'])
    expect(seen()).toContain('3 E-Mail This is not an e-mail address. The row comes in without it.')
    await control('Import 3 rows')
    expect(seen()).toContain('1 row comes in without a value that cannot be read.')
    await press('Show the list')
    expect(seen(document.activeElement ?? document.body)).toContain('A problem in the first rows')
  })

  it('lets a value be mended on the spot', async () => {
    await withFile()
    const inLine3 = () => document.querySelector<HTMLInputElement>('input[aria-label="E-Mail in line 3"]')
    await eventually(() => expect(inLine3()?.value).toBe('keine'))
    const field = inLine3()!
    field.value = 'mia@example.com'
    field.dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => expect(seen()).not.toContain('This is not an e-mail address.'))
  })

  it('follows when a meaning or the way of reading is changed', async () => {
    await withFile()
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', ''))
    choose('Meaning of Kundennr', 'note')
    await eventually(() => expect(sampleRow()).toEqual(['Jörg', 'Weiß', '040 123456', 'joerg@example.com', '1']))
    choose('The first line', 'no')
    await eventually(() => expect(seen()).toContain('Import 4 rows'))
    choose('Between the cells', ',')
    await eventually(() => expect(Object.keys(meanings())).toHaveLength(1))
  })

  it('shows what each cell becomes, what stands in the file, and mends wrong ones among the first rows', async () => {
    await withFile('Name;E-Mail;Geburtstag\nWeiß, Jörg;mailto:joerg@example.com;5.4.84\nZoë Öz;keine;\n')
    const cell = (label: string) => document.querySelector<HTMLElement>(`[role=region] [aria-label="${label}"]`)
    await eventually(() => expect(cell('Jörg Weiß. In the file: Weiß, Jörg')).not.toBeNull())
    expect(cell('joerg@example.com. In the file: mailto:joerg@example.com')).not.toBeNull()
    expect(document.querySelector('.legend')?.textContent).toContain('Repaired; point at it')
    const wrong = cell('E-Mail in line 3')
    expect(wrong?.title).toBe('This is not an e-mail address.')
    if (wrong instanceof HTMLInputElement) wrong.value = 'zoe@example.com'
    wrong?.dispatchEvent(new Event('change', { bubbles: true }))
    await eventually(() => expect(seen(document.querySelector('[role=region]') ?? document.body)).toContain('zoe@example.com'))
    expect(cell('E-Mail in line 3')).toBeNull()
  })

  it('starts another file with the settings of the last', async () => {
    await withFile()
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', ''))
    choose('Meaning of Kundennr', 'note')
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', 'note'))
    await press('Import 3 rows')
    await press('Import with the same settings')
    await eventually(() => expect(seen()).toContain('The next file is read and brought in with the settings of the last one.'))
    await press('Choose a file')
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', 'note'))
    expect(seen()).not.toContain('The columns mean what they meant')
  })

  it('says which columns are left behind, and makes fields of them or keeps them in the note', async () => {
    const { api } = await withFile()
    await eventually(() => expect(seen()).toContain('This column is not taken in: Kundennr.'))
    await press('Keep it in the note')
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', 'remark'))
    expect(seen()).not.toContain('not taken in')
    choose('Meaning of Kundennr', 'new')
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', 'new.number'))
    choose('Kind of the new field Kundennr', 'text')
    await eventually(() => expect(meanings()).toHaveProperty('Kundennr', 'new.text'))
    expect(seen()).toContain('The field “Kundennr” is made with the import')
    await press('Import 3 rows')
    await eventually(() => expect(figures()).toMatchObject({ Added: '3' }))
    expect(await api('fields.list', {})).toMatchObject([{ name: 'Kundennr', type: 'text' }])
  })

  it('asks for a column that tells who a row is about', async () => {
    await withFile('Kundennr;Farbe\n1;rot\n2;blau')
    await eventually(() => expect(seen()).toContain('Say which column holds the name'))
    expect((await control('Import 3 rows')).hasAttribute('disabled')).toBe(true)
    choose('Meaning of 2', 'familyName')
    await eventually(() => expect(seen()).not.toContain('Say which column holds the name'))
  })

  it('tells the way out where the file is a spreadsheet', async () => {
    await withFile(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'))
    await eventually(() => expect(seen()).toContain('In Excel: File, Save As, then “Excel workbook (.xlsx)” or “CSV UTF-8”.'))
    expect(seen()).toContain('kunden.csv was not imported. Nothing was changed.')
  })
})

describe('an import', () => {
  it('says what became of every row, saves those that failed, and can be taken back', async () => {
    const { api, saved } = await withFile(kunden, {
      before: ({ api }) =>
        api(
          'contacts.create',
          aContact({ givenName: 'Inge', familyName: 'Groß', phones: [], emails: [{ label: 'home', address: 'inge@example.com' }] }),
        ),
    })
    ;(await control('Import 3 rows')).focus()
    await press('Import 3 rows')
    await eventually(() => expect(document.activeElement).toBe(document.querySelector('h1')))
    await eventually(() =>
      expect(figures()).toEqual({ Added: '2', 'Filled in': '1', 'Already there': '0', 'Left out': '0', 'Not imported': '0' }),
    )
    expect(seen()).toContain('1 problem in the file')

    await press('Save these rows as CSV')
    await eventually(() => expect(seen()).toContain('1 row saved'))
    expect(readFileSync(saved, 'utf8')).toContain('Zoë')

    await press('Take the import back')
    await eventually(() => expect(seen()).toContain('Taken back: everything is as it was before'))
    expect(await api('contacts.list', {})).toMatchObject({ total: 1 })
  })

  it('is found again on its page when somebody has been elsewhere', async () => {
    const { router } = await withFile()
    await press('Import 3 rows')
    await router.push('/history')
    await eventually(() => expect(seen()).toContain('Imported 3 contacts from kunden.csv'))
    await router.push('/import')
    await eventually(() => expect(figures()).toMatchObject({ Added: '3' }))
  })
})

describe('a running import that was begun before the window was loaded', () => {
  const job: Job = {
    id: 7,
    call: 'imports.run',
    startedAt: '2026-11-21T12:00:00.000Z',
    unattended: false,
    state: 'running',
    progress: null,
    result: null,
  }

  /** An import that goes on for as long as the test wants. */
  async function withImport() {
    const listeners: ((event: AppEvent) => void)[] = []
    await openWindow({
      path: '/import',
      async before(app) {
        const { call, subscribe } = app
        app.subscribe = listener => (listeners.push(listener), subscribe(listener))
        app.call = async (name, input) => {
          if (name === 'jobs.list') return { ok: true, value: [job] }
          return name === 'jobs.cancel' ? { ok: true, value: null } : call(name, input)
        }
      },
    })
    await eventually(() => expect(page()).toContain('Reading the file…'))
    return (change: Partial<Job>) => listeners.forEach(listener => listener({ type: 'job', job: { ...job, ...change } }))
  }
  const page = () => seen(document.querySelector('.running') ?? document.createElement('i'))

  it('says that the file is being read, then how far it is', async () => {
    const tell = await withImport()
    expect(page()).not.toContain('so far')
    tell({ progress: { done: 760, total: 1000, perSecond: 24 } })
    await eventually(() => expect(page()).toContain('760 of 1,000 rows · 24 a second · 10 secs left'))
  })

  it.each(['Cancel', 'Cancel: Importing contacts. Nothing of it will stay.'])('names no time any more after "%s"', async button => {
    const tell = await withImport()
    tell({ progress: { done: 760, total: 1000, perSecond: 24 } })
    await eventually(() => expect(page()).toContain('760 of 1,000 rows'))
    const found = [...document.querySelectorAll('button')].find(one => (one.getAttribute('aria-label') ?? seen(one)) === button)
    found?.click()
    await eventually(() => expect(page()).toContain('Being cancelled…'))
    expect(page()).not.toContain('left')
    expect([...document.querySelectorAll('button')].filter(one => seen(one) === 'Cancel').map(one => one.disabled)).toEqual([true, true])
  })
})
