import { changesAny, final } from './final.ts'

const frozenLot = ['id', 'programmeId', 'at', 'day', 'reason', 'points', 'lapsesOn', 'documentId', 'why', 'note', 'user']
const frozenRedemption = ['id', 'programmeId', 'rewardId', 'at', 'day', 'points', 'note', 'user']

/**
 * Points are kept in lots, and in entries that say what became of them; both are only ever added to, but for whose card they stand
 * on. `left`, `spent` and `reversed` of a lot are sums of its entries.
 */
export const up = `
  create table loyaltyProgramme (
    id integer primary key autoincrement,
    name text not null,
    unit text not null,
    startsOn text not null,
    endedAt text,
    createdAt text not null
  ) strict;
  create table loyaltyTerms (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    since text not null,
    terms text not null check (json_valid(terms))
  ) strict;
  create index loyaltyTermsByProgramme on loyaltyTerms (programmeId, since);
  create table loyaltyReward (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    name text not null,
    points integer not null check (points > 0),
    amount integer check (amount >= 0),
    note text not null,
    archivedAt text,
    createdAt text not null
  ) strict;
  create index loyaltyRewardByProgramme on loyaltyReward (programmeId, points);
  create table loyaltyLot (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    at text not null,
    day text not null,
    reason text not null check (reason in ('invoice', 'manual', 'opening', 'referral')),
    points integer not null check (points > 0),
    lapsesOn text,
    documentId integer references document (id),
    why text not null check (json_valid(why)),
    note text not null,
    user text not null,
    left integer not null,
    spent integer not null default 0,
    reversed integer not null default 0,
    check ((reason = 'invoice') = (documentId is not null))
  ) strict;
  create index loyaltyLotByContact on loyaltyLot (contactId, programmeId, day, id, left, lapsesOn);
  create index loyaltyLotByDocument on loyaltyLot (documentId, programmeId) where documentId is not null;
  create index loyaltyLotByLapse on loyaltyLot (lapsesOn, id) where left > 0 and lapsesOn is not null;
  create table loyaltyRedemption (
    id integer primary key autoincrement,
    programmeId integer not null references loyaltyProgramme (id),
    contactId integer not null references contact (id),
    rewardId integer references loyaltyReward (id),
    at text not null,
    day text not null,
    points integer not null check (points > 0),
    note text not null,
    user text not null
  ) strict;
  create index loyaltyRedemptionByContact on loyaltyRedemption (contactId, programmeId);
  create table loyaltyEntry (
    id integer primary key autoincrement,
    lotId integer not null references loyaltyLot (id),
    at text not null,
    day text not null,
    kind text not null check (kind in ('spent', 'returned', 'lapsed', 'reversed')),
    points integer not null,
    nominal integer not null default 0 check (nominal >= 0),
    redemptionId integer references loyaltyRedemption (id),
    documentId integer references document (id),
    note text not null,
    user text not null,
    check (iif(kind = 'returned', points > 0, points <= 0)),
    check ((kind in ('spent', 'returned')) = (redemptionId is not null)),
    check ((kind = 'reversed') = (nominal > 0))
  ) strict;
  create index loyaltyEntryByLot on loyaltyEntry (lotId, day, points);
  create index loyaltyEntryByRedemption on loyaltyEntry (redemptionId) where redemptionId is not null;
  ${final('loyaltyEntry')}
  create trigger loyaltyLotStays before update on loyaltyLot when ${changesAny(frozenLot)} begin select raise(abort, 'final'); end;
  create trigger loyaltyLotStaysThere before delete on loyaltyLot begin select raise(abort, 'final'); end;
  create trigger loyaltyRedemptionStays before update on loyaltyRedemption when ${changesAny(frozenRedemption)}
    begin select raise(abort, 'final'); end;
  create trigger loyaltyRedemptionStaysThere before delete on loyaltyRedemption begin select raise(abort, 'final'); end;
  create trigger loyaltyEntryCounts after insert on loyaltyEntry begin
    update loyaltyLot set
      left = left + new.points,
      spent = spent - iif(new.kind in ('spent', 'returned'), new.points, 0),
      reversed = reversed + new.nominal
    where id = new.lotId;
  end;
`
