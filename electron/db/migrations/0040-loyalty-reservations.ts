import { changesAny } from './final.ts'

const frozenRedemption = ['id', 'programmeId', 'rewardId', 'appointmentId', 'at', 'day', 'points', 'note', 'user']

/** What would have lasted for ever is over on the day of its entry. */
const countsOn = `iif(new.kind <> 'lapsed', new.day, min(new.day, max(coalesce(date(lot.lapsesOn, '+1 day'), new.day),
        coalesce((select max(day) from loyaltyEntry as earlier where earlier.lotId = lot.id and earlier.id < new.id), ''))))`

/**
 * `rewardId` of a visit is the reward that goes with it; its points are a redemption that names the visit, and no invoice until the
 * visit is paid. It is named without a foreign key: a booking can be taken back although points were reserved with it. So can
 * whatever else an operation `follows` from. Points that lapse on no day can be over all the same, with whoever is deleted for good.
 */
export const up = `
  alter table appointment add column rewardId integer references loyaltyReward (id);
  create index appointmentByReward on appointment (rewardId) where rewardId is not null;
  alter table loyaltyRedemption add column appointmentId integer;
  create index loyaltyRedemptionByAppointment on loyaltyRedemption (appointmentId) where appointmentId is not null;
  drop trigger loyaltyRedemptionStays;
  create trigger loyaltyRedemptionStays before update on loyaltyRedemption
    when ${changesAny(frozenRedemption)} or (old.documentId is not new.documentId and (old.documentId is not null or old.appointmentId is null))
    begin select raise(abort, 'final'); end;
  alter table operation add column follows integer;
  drop trigger loyaltyEntryFlows;
  create trigger loyaltyEntryFlows after insert on loyaltyEntry begin
    insert into loyaltyFlow
      select lot.programmeId, substr(lot.day, 1, 7), coalesce(lot.lapsesOn, ''), ${countsOn}, new.kind, new.points
        from loyaltyLot as lot where lot.id = new.lotId
      on conflict do update set points = points + excluded.points;
  end;
`
