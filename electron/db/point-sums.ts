/**
 * What has lapsed counts no more from the day after its last, whenever that was written down, and what came back later, from then; what
 * would have lasted is over on the day of its entry.
 */
const countsOn = `iif(entry.kind <> 'lapsed', entry.day, min(entry.day, max(coalesce(date(lot.lapsesOn, '+1 day'), entry.day),
        coalesce((select max(day) from loyaltyEntry as earlier where earlier.lotId = lot.id and earlier.id < entry.id), ''))))`

const earned = `select programmeId, substr(day, 1, 7), coalesce(lapsesOn, ''), day, 'earned', sum(points) from loyaltyLot group by 1, 2, 3, 4`
const changed = `select lot.programmeId, substr(lot.day, 1, 7), coalesce(lot.lapsesOn, ''), ${countsOn} as on_, entry.kind, sum(entry.points)
      from loyaltyEntry as entry join loyaltyLot as lot on lot.id = entry.lotId group by 1, 2, 3, 4, 5`

/** The rows of loyaltyFlow, from lots and entries: as the triggers write them. */
export const pointFlows = `${earned} union all ${changed}`

/** For a database of which a part was lost: the sums follow from lots and entries. Tiers are counted anew in the night. */
export const fillPointSums = `
  insert into loyaltyMember (programmeId, contactId, points, lots, firstOn, lastOn)
    select programmeId, contactId, sum(left), count(*), min(day), max(day) from loyaltyLot group by programmeId, contactId;
  insert into loyaltyFlow ${earned}; insert into loyaltyFlow ${changed};
  update loyaltyMember set lastOn = max(lastOn, coalesce((select max(entry.day) from loyaltyEntry as entry join loyaltyLot as lot on lot.id = entry.lotId
    where lot.programmeId = loyaltyMember.programmeId and lot.contactId = loyaltyMember.contactId and entry.kind <> 'lapsed'), ''));`
