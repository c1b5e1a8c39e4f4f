import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { vendorColumns } from './vendor-columns.ts'

async function meanings(headers: string, rows: readonly string[] = [], delimiter: ',' | ';' = ',') {
  const { api, offer } = await aShopWithFiles()
  const { columns } = await api('imports.preview', { file: offer([headers, ...rows, ''].join('\n')), delimiter, hasHeader: true })
  return Object.fromEntries(columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])))
}

describe('the columns of an export from elsewhere', () => {
  it.each(Object.entries(vendorColumns))('%s, are known by their headers', async (_, columns) => {
    const known = Object.entries(columns).filter(([, field]) => field !== null)
    expect(await meanings(Object.keys(columns).join(','))).toEqual(Object.fromEntries(known))
  })

  it('Outlook, are told from its protocols and empty dates by what is in them', async () => {
    const header = 'Title,First Name,Last Name,E-mail Address,E-mail Type,Birthday'
    expect(await meanings(header, ['Dr.,Anna,Petersen,anna@example.com,SMTP,0/0/00'])).toEqual({
      Title: 'namePrefix',
      'First Name': 'givenName',
      'Last Name': 'familyName',
      'E-mail Address': 'email',
      Birthday: 'birthday',
    })
    expect(await meanings('Title,First Name,Last Name', ['Head of Sales,Anna,Petersen'])).toEqual({
      'First Name': 'givenName',
      'Last Name': 'familyName',
    })
  })
})

describe('headers', () => {
  it('in German are understood', async () => {
    const header =
      'Kd.-Nr.;Anrede;Vorname;Nachname;Firma;Telefon privat;Telefon geschäftlich;Mobiltelefon;Fax;E-Mail-Adresse;Straße und Hausnummer;PLZ;Ort;Land;Geburtsdatum;Bemerkungen;Kundengruppe;Umsatz'
    expect(await meanings(header, [], ';')).toEqual({
      Anrede: 'namePrefix',
      Vorname: 'givenName',
      Nachname: 'familyName',
      Firma: 'organization',
      'Telefon privat': 'phone.home',
      'Telefon geschäftlich': 'phone.work',
      Mobiltelefon: 'phone.mobile',
      Fax: 'phone.fax',
      'E-Mail-Adresse': 'email',
      'Straße und Hausnummer': 'street',
      PLZ: 'postalCode',
      Ort: 'locality',
      Land: 'country',
      Geburtsdatum: 'birthday',
      Bemerkungen: 'note',
      Kundengruppe: 'tags',
    })
  })

  it('in French are understood', async () => {
    const header =
      'Civilité;Prénom;Nom;Société;Téléphone portable;Téléphone fixe;Courriel;Rue;Code postal;Ville;Pays;Date de naissance;Remarques'
    expect(await meanings(header, [], ';')).toEqual({
      Civilité: 'namePrefix',
      Prénom: 'givenName',
      Nom: 'familyName',
      Société: 'organization',
      'Téléphone portable': 'phone.mobile',
      'Téléphone fixe': 'phone',
      Courriel: 'email',
      Rue: 'street',
      'Code postal': 'postalCode',
      Ville: 'locality',
      Pays: 'country',
      'Date de naissance': 'birthday',
      Remarques: 'note',
    })
  })

  it('in Turkish are understood', async () => {
    expect(await meanings('Adı;Soyadı;Şirket;Cep Telefonu;E-posta;Adres;Şehir;Posta Kodu;Doğum Tarihi;Notlar', [], ';')).toEqual({
      Adı: 'givenName',
      Soyadı: 'familyName',
      Şirket: 'organization',
      'Cep Telefonu': 'phone.mobile',
      'E-posta': 'email',
      Adres: 'street',
      Şehir: 'locality',
      'Posta Kodu': 'postalCode',
      'Doğum Tarihi': 'birthday',
      Notlar: 'note',
    })
  })

  it('of registers are understood, and a house number leaves the street to another column', async () => {
    const header = 'given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id'
    expect(await meanings(header, ['Lachlan,Berry,69,Giblin Street,Killarney,Bittern,4814,QLD,19990219,7364009'])).toEqual({
      given_name: 'givenName',
      surname: 'familyName',
      street_number: 'street',
      address_1: 'street',
      address_2: 'extendedAddress',
      suburb: 'locality',
      postcode: 'postalCode',
      state: 'region',
      date_of_birth: 'birthday',
    })
    expect(
      await meanings('last_name,midl_name,name_sufx_cd,addr,state_cd,zip_code,phone_num', ['Smith,A,Jr,12 Main St,NC,27601,9195551234']),
    ).toEqual({
      last_name: 'familyName',
      midl_name: 'additionalName',
      name_sufx_cd: 'nameSuffix',
      addr: 'street',
      state_cd: 'region',
      zip_code: 'postalCode',
      phone_num: 'phone',
    })
  })

  it('mean what stands beside them', async () => {
    expect(await meanings('Name;Vorname', [], ';')).toEqual({ Name: 'familyName', Vorname: 'givenName' })
    expect(await meanings('Name;Ort', [], ';')).toEqual({ Name: 'name', Ort: 'locality' })
    expect(await meanings('Adresse;PLZ', [], ';')).toEqual({ Adresse: 'street', PLZ: 'postalCode' })
  })

  it('that mean the same are kept apart or gathered, as a contact can hold them', async () => {
    expect(await meanings('Nachname;Notiz;Bemerkung;Gruppe;Kategorie;Firma;Unternehmen;Handy;Mobil;E-Mail;Mail', [], ';')).toEqual({
      Nachname: 'familyName',
      Notiz: 'note',
      Bemerkung: 'note',
      Gruppe: 'tags',
      Kategorie: 'tags',
      Firma: 'organization',
      Handy: 'phone.mobile',
      Mobil: 'phone.mobile',
      'E-Mail': 'email',
      Mail: 'email.2',
    })
  })

  it('that promise what the cells do not keep are not believed', async () => {
    expect(await meanings('Name;Email;Telefon', ['Anna;ja;ruft an', 'Ruth;nein;nie'], ';')).toEqual({ Name: 'name' })
  })

  it('that say nothing leave it to the cells to show an address, but not whose it is', async () => {
    const rows = ['Anna;anna@example.com;chef@example.com', 'Ruth;ruth@example.com;chef@example.com']
    expect(await meanings('Name;Erreichbar;Betreuer', rows, ';')).toEqual({ Name: 'name', Erreichbar: 'email' })
  })
})

describe('an assignment made by a person', () => {
  it('counts before every guess', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    const file = offer('Name;Ort;Telefon\nHamburg;Anna Petersen;egal\n')
    const fields = ['locality.work', 'name', null]
    const { columns } = await api('imports.preview', { file, fields })
    expect(columns.map(({ field }) => field)).toEqual(fields)
    await api.run('imports.run', { file, fields })
    expect(await allContacts()).toMatchObject([
      { givenName: 'Anna', familyName: 'Petersen', phones: [], addresses: [{ label: 'work', locality: 'Hamburg' }] },
    ])
  })

  it('may name only what a contact has', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer('Name\nAnna\n')
    for (const field of ['shoeSize', 'name.work', 'email.work.2', '__proto__'])
      await expect(api('imports.preview', { file, fields: [field] })).rejects.toMatchObject({
        failure: { code: 'invalid', reason: 'fieldUnknown' },
      })
  })
})

describe('a table in a report', () => {
  const report = [
    'Kundenliste Salon Marlene;;;',
    'Stand: 21.11.2026;;;',
    '',
    'Vorname;Nachname;E-Mail;Umsatz',
    'Anna;Petersen;anna@example.com;120,00',
    'Ruth;Lindner;ruth@example.com;80,00',
    'Total Fitness GmbH;;;',
    '',
    'Summe;;;200,00',
    'Total: 3;;;',
    'Seite 1 von 1;;;',
  ].join('\n')

  it('is found below its title, and what stands below it is left out with a reason', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    const { columns } = await api('imports.preview', { file: offer(report) })
    expect(columns.map(({ field }) => field)).toEqual(['givenName', 'familyName', 'email', null])
    const result = await api.run('imports.run', { file: offer(report) })
    expect(result).toMatchObject({ created: 3, failed: 3 })
    expect((await allContacts()).map(({ givenName }) => givenName).sort()).toEqual(['Anna', 'Ruth', 'Total Fitness GmbH'])
    const { problems } = await api('imports.problems', { import: result.import })
    expect(problems.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [9, 'Summe', 'notARow'],
      [10, 'Total: 3', 'notARow'],
      [11, 'Seite 1 von 1', 'notARow'],
    ])
  })
})

describe('columns whose headers say nothing', () => {
  it('are known by what stands in them, where that is clear', async () => {
    const rows = [
      'Anna Petersen;+49 176 1234567;14.05.1984;22767;Hamburg;01.02.2024;anna@example.com',
      'Ruth Lindner;040 7654321;1.2.1970;53111;Bonn;03.02.2024;ruth@example.com',
      'Mia Lang;0221 998877;3.4.1966;50667;Köln;03.03.2024;mia@example.com',
    ]
    expect(await meanings('Name;Spalte A;Spalte B;Spalte C;Ort;Spalte D;Spalte E', rows, ';')).toEqual({
      ...{ Name: 'name', 'Spalte A': 'phone', 'Spalte B': 'birthday', 'Spalte C': 'postalCode', Ort: 'locality', 'Spalte E': 'email' },
    })
  })

  it('are nothing where they look after another record', async () => {
    expect(await meanings('Email.id,Email,Account Name.id,Account Name', ['17,anna@example.com,4,Salon'])).toEqual({
      Email: 'email',
      'Account Name': 'organization',
    })
  })
})

describe('headers in further languages', () => {
  it.each([
    [
      'Tratamiento;Nombre;Primer apellido;Segundo apellido;Móvil;Correo electrónico;Dirección;Código postal;Localidad;Fecha de nacimiento;Observaciones',
      'namePrefix givenName familyName familyName phone.mobile email street postalCode locality birthday note',
    ],
    [
      'Nome;Cognome;Ragione sociale;Cellulare;Telefono casa;Indirizzo e-mail;Indirizzo;CAP;Città;Data di nascita;Note',
      'givenName familyName organization phone.mobile phone.home email street postalCode locality birthday note',
    ],
    [
      'Aanhef;Voornaam;Tussenvoegsel;Achternaam;Mobiele telefoon;E-mailadres;Straat;Huisnummer;Postcode;Woonplaats;Geboortedatum',
      'namePrefix givenName familyName familyName phone.mobile email street street postalCode locality birthday',
    ],
    [
      'Nome;Sobrenome;Celular;Telefone comercial;E-mail;Endereço;Número;Bairro;CEP;Cidade;Data de nascimento',
      'givenName familyName phone.mobile phone.work email street street extendedAddress postalCode locality birthday',
    ],
    [
      'Ad;Soyad;Cep;Ev Telefonu;E-posta Adresi;Adres;Posta Kodu;İlçe;İl;Doğum Tarihi',
      'givenName familyName phone.mobile phone.home email street postalCode locality region birthday',
    ],
    [
      'Straße (Rechnungsadresse 1);PLZ (Rechnungsadresse 1);Telefon (Festnetz);Bundesland/Kanton privat;Interne Notiz;Birthday (YYYY-MM-DD)',
      'street.billing postalCode.billing phone region.home note birthday',
    ],
  ])('%s', async (header, fields) => {
    const { api, offer } = await aShopWithFiles()
    const { columns } = await api('imports.preview', { file: offer(`${header}\n`), delimiter: ';', hasHeader: true })
    expect(columns.map(({ field }) => field).join(' ')).toBe(fields)
  })
})
