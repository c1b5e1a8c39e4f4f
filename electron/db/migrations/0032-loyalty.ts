import { changesAny, final } from './final.ts'

const frozenRedemption = ['id', 'programmeId', 'rewardId', 'documentId', 'at', 'day', 'points', 'note', 'user']

const join = `insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
      values (new.programmeId, new.contactId, new.left, 1, new.day, new.day)
      on conflict do update set points = points + new.left, lots = lots + 1, firstOn = min(firstOn, new.day), lastOn = max(lastOn, new.day);`

/** What has lapsed counts no more from the day after its last, whenever that was written down; what came back later, from then. */
const countsOn = (entry: string) => `iif(${entry}.kind <> 'lapsed', ${entry}.day, min(${entry}.day, max(date(lot.lapsesOn, '+1 day'),
        coalesce((select max(day) from loyaltyEntry as earlier where earlier.lotId = lot.id and earlier.id < ${entry}.id), ''))))`

const fillMembers = `insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
    select programmeId, contactId, sum(left), count(*), min(day), max(day) from loyaltyLot group by programmeId, contactId;`

const earned = `select programmeId, substr(day, 1, 7), coalesce(lapsesOn, ''), day, 'earned', sum(points) from loyaltyLot group by 1, 2, 3, 4`
const changed = `select lot.programmeId, substr(lot.day, 1, 7), coalesce(lot.lapsesOn, ''), ${countsOn('entry')} as on_, entry.kind, sum(entry.points)
      from loyaltyEntry as entry join loyaltyLot as lot on lot.id = entry.lotId group by 1, 2, 3, 4, 5`

const fillFlows = `insert into loyaltyFlow ${earned}; insert into loyaltyFlow ${changed};`

/**
 * What a reward is, when it can be had and how often; and which lines of an invoice it made cheaper, so that a credit note can give
 * its points back in proportion. A line is named by its place, for it is written anew when the invoice is issued. `earns` is 0
 * where the line was given away, and so earns nothing itself.
 *
 * `loyaltyStanding` is the tier that a client had when an invoice was issued: it is counted by that however often it is counted
 * anew. `loyaltyMember` holds sums of lots for the list of members, and the tier as it was counted last; `loyaltyFlow` what came and
 * went on each day of the points of each month, so that what is owed on any day is read at once. Both are kept by triggers; a row of a member keeps nobody from being deleted for good.
 */
export const up = `
  alter table loyaltyReward add column effect text not null default '{"kind":"gift"}' check (json_valid(effect));
  update loyaltyReward set effect = json_object('kind', 'amount', 'amount', amount) where amount > 0;
  alter table loyaltyReward drop column amount;
  alter table loyaltyReward add column minimum integer not null default 0 check (minimum >= 0);
  alter table loyaltyReward add column validFrom text;
  alter table loyaltyReward add column validTo text;
  alter table loyaltyReward add column stock integer check (stock >= 0);
  alter table loyaltyReward add column perClient integer check (perClient > 0);

  alter table loyaltyRedemption add column documentId integer references document (id);
  create index loyaltyRedemptionByDocument on loyaltyRedemption (documentId) where documentId is not null;
  create index loyaltyRedemptionByReward on loyaltyRedemption (rewardId, contactId) where rewardId is not null;
  drop trigger loyaltyRedemptionStays;
  create trigger loyaltyRedemptionStays before update on loyaltyRedemption when ${changesAny(frozenRedemption)}
    begin select raise(abort, 'final'); end;
  create table loyaltyRewardedLine (
    id integer primary key autoincrement,
    redemptionId integer not null references loyaltyRedemption (id),
    documentId integer not null references document (id),
    position integer not null,
    amount integer not null check (amount > 0),
    earns integer not null check (earns in (0, 1))
  ) strict;
  create index loyaltyRewardedLineByDocument on loyaltyRewardedLine (documentId, position);
  create index loyaltyRewardedLineByRedemption on loyaltyRewardedLine (redemptionId);
  ${final('loyaltyRewardedLine')}
  create table loyaltyStanding (
    id integer primary key autoincrement,
    documentId integer not null references document (id),
    programmeId integer not null references loyaltyProgramme (id),
    tier text not null,
    factor integer not null
  ) strict;
  create index loyaltyStandingByDocument on loyaltyStanding (documentId, programmeId);
  ${final('loyaltyStanding')}
  create table loyaltyReferral (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    referrerId integer not null references contact (id),
    documentId integer not null references document (id),
    at text not null
  ) strict;
  create index loyaltyReferralByContact on loyaltyReferral (contactId, programmeId);
  create table loyaltyMember (
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null,
    points integer not null default 0,
    lots integer not null default 0,
    firstOn text not null,
    lastOn text not null,
    tier text not null default '',
    tierPlace integer not null default 0,
    priceListId integer,
    primary key (programmeId, contactId)
  ) strict, without rowid;
  create index loyaltyMemberByPoints on loyaltyMember (programmeId, points, contactId);
  create index loyaltyMemberByDay on loyaltyMember (programmeId, lastOn, contactId);
  create index loyaltyMemberByTier on loyaltyMember (programmeId, tierPlace, points, contactId);
  create index loyaltyMemberByContact on loyaltyMember (contactId);
  ${fillMembers}
  create trigger loyaltyLotJoins after insert on loyaltyLot begin
    ${join}
    insert into loyaltyFlow values (new.programmeId, substr(new.day, 1, 7), coalesce(new.lapsesOn, ''), new.day, 'earned', new.points)
      on conflict do update set points = points + excluded.points;
  end;
  create trigger loyaltyLotCounts after update of left on loyaltyLot when old.contactId = new.contactId and old.left <> new.left begin
    update loyaltyMember set points = points + new.left - old.left
      where programmeId = new.programmeId and contactId = new.contactId;
  end;
  create trigger loyaltyLotMoves after update of contactId on loyaltyLot when old.contactId <> new.contactId begin
    update loyaltyMember set points = points - old.left, lots = lots - 1
      where programmeId = old.programmeId and contactId = old.contactId;
    ${join}
  end;
  create trigger loyaltyEntryLasts after insert on loyaltyEntry when new.kind <> 'lapsed' begin
    update loyaltyMember set lastOn = max(lastOn, new.day)
      where (programmeId, contactId) = (select programmeId, contactId from loyaltyLot where id = new.lotId);
  end;
  create table loyaltyFlow (
    programmeId integer not null references loyaltyProgramme (id),
    month text not null,
    lapsesOn text not null,
    day text not null,
    kind text not null,
    points integer not null,
    primary key (programmeId, month, lapsesOn, day, kind)
  ) strict, without rowid;
  ${fillFlows}
  create trigger loyaltyEntryFlows after insert on loyaltyEntry begin
    insert into loyaltyFlow
      select lot.programmeId, substr(lot.day, 1, 7), coalesce(lot.lapsesOn, ''), ${countsOn('new')}, new.kind, new.points
        from loyaltyLot as lot where lot.id = new.lotId
      on conflict do update set points = points + excluded.points;
  end;
  create index loyaltyEntryReversed on loyaltyEntry (day, lotId, nominal) where kind = 'reversed';
  create index loyaltyLotByEarning on loyaltyLot (programmeId, contactId, day, points) where reason = 'invoice';
`
