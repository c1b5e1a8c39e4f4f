/**
 * What staff have of the revenue that they bring, by rules that begin on a day. Credit notes are looked up by the day on which they
 * take back what an earlier invoice brought.
 */
export const up = `
  create table commissionRule (
    id integer primary key autoincrement,
    staffId integer references staff (id),
    kind text not null check (kind in ('services', 'products', 'category', 'service', 'product')),
    category text check ((category is null) = (kind <> 'category')),
    serviceId integer references service (id) check ((serviceId is null) = (kind <> 'service')),
    productId integer references product (id) check ((productId is null) = (kind <> 'product')),
    basisPoints integer not null check (basisPoints between 0 and 10000),
    validFrom text not null
  ) strict;
  create index commissionRuleByStaff on commissionRule (staffId) where staffId is not null;
  create index commissionRuleByService on commissionRule (serviceId) where serviceId is not null;
  create index commissionRuleByProduct on commissionRule (productId) where productId is not null;
  create index documentCredits on document (issuedOn, sourceId) where kind = 'creditNote' and issuedOn is not null;
`
