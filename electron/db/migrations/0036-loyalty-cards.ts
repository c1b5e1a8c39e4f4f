import { final } from './final.ts'

/** The factors of GS1's check digit, for what comes after 29, which itself comes to 29. */
const sumOfDrawn = Array.from({ length: 10 }, (_, place) => `${place % 2 === 0 ? 1 : 3} * substr(body, ${place + 1}, 1)`).join(' + ')

/** Whoever has points already gets a number. Drawn once each, or each mention would be another one; one that is taken is left out. */
export const fillCards = `insert or ignore into loyaltyCard (contactId, number, createdAt)
    with drawn as materialized (select id, printf('%010d', abs(random() % 10000000000)) as body from contact
      where id in (select contactId from loyaltyMember where lots > 0))
    select id, '29' || body || ((10 - (29 + ${sumOfDrawn}) % 10) % 10), strftime('%Y-%m-%dT%H:%M:%fZ', 'now') from drawn;`

/**
 * `loyaltyCard`: the numbers by which a client is found at the till; one that is lost goes, a client may have several. Which lots a
 * recommendation brought is noted, so that they can be taken back with the invoice that brought them. `loyaltyCharge`: for
 * how many points of a lot, which were spent before their invoice was taken back, an invoice charges, and the credit note whose
 * money it is kept back of.
 */
export const up = `
  create table loyaltyCard (
    id integer primary key autoincrement,
    contactId integer not null references contact (id),
    number text not null unique,
    createdAt text not null
  ) strict;
  create index loyaltyCardByContact on loyaltyCard (contactId);
  ${fillCards}
  alter table loyaltyReferral add column referrerLotId integer references loyaltyLot (id);
  alter table loyaltyReferral add column referredLotId integer references loyaltyLot (id);
  create index loyaltyReferralByDocument on loyaltyReferral (documentId);
  update loyaltyReferral set
    referrerLotId = (select min(id) from loyaltyLot as lot where lot.contactId = referrerId and lot.programmeId = loyaltyReferral.programmeId
      and lot.reason = 'referral' and lot.at >= loyaltyReferral.at),
    referredLotId = (select min(id) from loyaltyLot as lot where lot.contactId = loyaltyReferral.contactId
      and lot.programmeId = loyaltyReferral.programmeId and lot.reason = 'referral' and lot.at >= loyaltyReferral.at);
  create table loyaltyCharge (
    id integer primary key autoincrement,
    lotId integer not null references loyaltyLot (id),
    documentId integer not null references document (id),
    noteId integer not null references document (id),
    points integer not null check (points > 0)
  ) strict;
  create index loyaltyChargeByLot on loyaltyCharge (lotId, points);
  create index loyaltyChargeByDocument on loyaltyCharge (documentId);
  create index loyaltyChargeByNote on loyaltyCharge (noteId);
  ${final('loyaltyCharge')}
`
