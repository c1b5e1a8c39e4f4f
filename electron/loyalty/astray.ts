/** Rewards that are reserved with a visit that does not come about, or goes with another reward or client; or twice with the same one. */
export const reservedAstray = `
  select redemption.id from loyaltyRedemption as redemption left join appointment as visit on visit.id = redemption.appointmentId
  where redemption.appointmentId is not null and redemption.documentId is null
    and (select sum(points) from loyaltyEntry where redemptionId = redemption.id) < 0
    and (visit.status is null or visit.status in ('cancelled', 'noShow') or visit.contactId is not redemption.contactId
      or visit.rewardId is not redemption.rewardId
      or exists (select 1 from loyaltyRedemption as other where other.appointmentId = visit.id and other.id < redemption.id
        and other.documentId is null and (select sum(points) from loyaltyEntry where redemptionId = other.id) < 0))`
