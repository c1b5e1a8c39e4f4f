import type { Compilable } from 'kysely'
import { describe, expect, it } from 'vitest'
import { count, firstIds, type Wanted } from '../../electron/contacts/ordering.ts'
import * as appointments from '../../electron/appointments/queries.ts'
import * as calendar from '../../electron/calendar/queries.ts'
import * as contacts from '../../electron/contacts/queries.ts'
import * as activities from '../../electron/activities/queries.ts'
import type { Filter } from '../../shared/segments/model.ts'
import { clockIn } from '../../shared/zone.ts'
import { openDatabase } from '../../electron/db/open.ts'
import * as dueDeals from '../../electron/deals/due-queries.ts'
import * as dunning from '../../electron/dunning/queries.ts'
import * as deals from '../../electron/deals/queries.ts'
import * as cards from '../../electron/loyalty/card-queries.ts'
import * as charges from '../../electron/loyalty/charge-queries.ts'
import * as loyalty from '../../electron/loyalty/queries.ts'
import * as members from '../../electron/loyalty/member-queries.ts'
import * as reservations from '../../electron/loyalty/visit-reward-queries.ts'
import * as tiers from '../../electron/loyalty/tier-queries.ts'
import * as openings from '../../electron/openings/queries.ts'
import * as operations from '../../electron/operations/queries.ts'
import * as clientReports from '../../electron/reports/client-queries.ts'
import * as reminders from '../../electron/reminders/queries.ts'
import * as segments from '../../electron/segments/queries.ts'
import * as staff from '../../electron/staff/queries.ts'
import * as products from '../../electron/catalogue/product-queries.ts'
import * as tasks from '../../electron/tasks/queries.ts'
import * as today from '../../electron/today/queries.ts'
import * as prices from '../../electron/prices/queries.ts'
import * as taxes from '../../electron/taxes/queries.ts'
import * as timeline from '../../electron/timeline/queries.ts'

const { sqlite, db } = openDatabase(null)
const top = { at: '~', id: 0 }
const [day, dayAfter] = ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z']
const list: Wanted = { text: '', kind: null, tag: null, trashed: false, conditions: null, sort: 'name', descending: false }
const known = { today: '2026-11-24', clock: clockIn('Europe/Berlin'), standings: null }
const everybody = { assigneeId: null, contactId: null }
const page = { offset: 0, limit: 100 }
const everyMember = { programmeId: 1, tier: null, found: null, sort: 'points' as const, descending: true }

function plan(query: Compilable) {
  const { sql, parameters } = query.compile()
  return sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
}

describe('at a million contacts', () => {
  it.each([
    ['name', 'contactByName'],
    ['organization', 'contactByOrganization'],
    ['changed', 'contactByChange'],
    ['created', 'contactByCreation'],
  ] as const)('the first page by %s comes from its index, unsorted', (sort, index) => {
    for (const descending of [false, true]) {
      const steps = plan(firstIds(db, { ...list, sort, descending }, 50))
      expect(steps.join()).toContain(`USING COVERING INDEX ${index}`)
      expect(steps.join()).not.toContain('TEMP B-TREE')
    }
  })

  it('a filter by kind needs no look at the rows', () => {
    expect(plan(firstIds(db, { ...list, kind: 'company' }, 50))[0]).toMatch(/USING COVERING INDEX/)
  })

  it('a filter by tags and the last contact asks an index about each contact', () => {
    const filter: Filter = {
      match: 'all',
      conditions: [
        { type: 'tags', field: 'tags', is: 'has', tags: [1] },
        { type: 'date', field: 'lastContact', is: 'moreThanAgo', day: null, days: 90 },
      ],
    }
    const steps = plan(segments.count(db, filter, known)).join('\n')
    expect(steps).toMatch(/activityByContact \(contactId=\?\)/)
    expect(steps).toMatch(/SEARCH contactTag (EXISTS )?USING (COVERING INDEX \w+|PRIMARY KEY)/)
  })

  it('a filter by links asks an index about each contact', () => {
    const filter: Filter = {
      match: 'all',
      conditions: [{ type: 'choice', field: 'relations', is: 'anyOf', values: ['worksAt', 'referred', 'partner'] }],
    }
    const steps = plan(segments.count(db, filter, known)).join('\n')
    expect(steps).toMatch(/SEARCH relation USING INDEX relationByFrom \(fromId=\?\)/)
    expect(steps).toMatch(/SEARCH relation USING INDEX relationByTo \(toId=\?\)/)
    expect(steps).toMatch(/SEARCH linked USING INTEGER PRIMARY KEY/)
  })

  it.each([
    ['counting', () => count(db, list), /COVERING INDEX/],
    ['the lines of a page', () => contacts.lines(db, [1, 2, 3]), /^SEARCH contact USING INTEGER PRIMARY KEY/],
    ['the tags of a page', () => contacts.tagsOf(db, [1, 2]), /SEARCH contactTag USING (COVERING INDEX|PRIMARY KEY)/],
    ['a search', () => contacts.matching(db, { match: '"an"*', tagIds: [] }, 500), /^SCAN contactSearch VIRTUAL TABLE INDEX/],
    ['a search with a tag', () => contacts.matching(db, { match: '"an"*', tagIds: [[1]] }, 500), /SEARCH t EXISTS USING PRIMARY KEY/],
    ['the history', () => operations.latest(db, 100, 50), /^SEARCH operation USING INTEGER PRIMARY KEY/],
    ['what a change builds on', () => operations.blockedBy(db, 1, null), /changeByRow/],
    [
      'what was written about a contact',
      () => activities.ofContact(db, { contactId: 1, dealId: null }, ['note'], top, 30),
      /activityByContact \(contactId=\? AND at</,
    ],
    ['the import that brought a contact', () => timeline.rangeOf(db, 1), /changeRangeByRow/],
    ['what was done with a contact', () => timeline.operationsOn(db, 1, 2, top, 30), /changeByRow \(tableName=\? AND rowKey=\?\)/],
    ['the steps of a contact', () => timeline.stepsOf(db, 1), /changeByRow/],
    ['the tags that a contact was given', () => timeline.tagChanges(db, 1, [2]), /changeByOperation|changeByRow/],
    ['the titles of the latest deals', () => deals.titles(db, 2000), /SEARCH deal USING INTEGER PRIMARY KEY \(rowid>\?\)/],
    ['the open deals of a board', () => deals.open(db, [1, 2], day), /SEARCH deal USING INDEX dealOpen \(stageId=\?\)/],
    ['when a contact of a deal was last heard of', () => deals.open(db, [1, 2], day), /activityByContact \(contactId=\? AND at</],
    ['what was closed lately', () => deals.closedSince(db, [6, 7], '2026-11-01', day), /dealByClosing|dealByStage/],
    [
      'what was won in a month',
      () => deals.closedBetween(db, 'won', { from: '2026-11-01', to: '2026-12-01' }, day),
      /dealByClosing \(outcome=\? AND closedOn>\? AND closedOn<\?\)/,
    ],
    ['the deals of a contact', () => deals.ofContact(db, 1, day), /SEARCH deal USING INDEX dealByContact/],
    ['the steps of a deal', () => deals.movesOf(db, 1), /dealMoveByDeal \(dealId=\?\)/],
    ['a day of the diary', () => appointments.between(db, day, dayAfter), /SEARCH appointment USING INDEX appointmentByStart/],
    ['what takes time on a day', () => appointments.busyBetween(db, day, dayAfter), /SEARCH visit USING INDEX appointmentByStart/],
    ['the services of a day', () => appointments.servicesOf(db, [1, 2]), /SEARCH appointmentService USING INDEX appointmentServiceInOrder/],
    ['the clients of a day', () => appointments.clients(db, [1, 2]), /SEARCH clientRhythm USING INTEGER PRIMARY KEY/],
    ['the visits of a client', () => appointments.ofContact(db, 1, top, 30), /appointmentByContact \(contactId=\? AND startsAt</],
    [
      'the last visit of a client',
      () => appointments.lastVisit(db, 1, day),
      /^(?!.*TEMP).*appointmentByContact \(contactId=\? AND startsAt</s,
    ],
    [
      'the next visit of a client',
      () => appointments.nextVisit(db, 1, day),
      /^(?!.*TEMP).*appointmentByContact \(contactId=\? AND startsAt>/s,
    ],
    ['what a client likes', () => appointments.visitsOf(db, [1, 2], day), /appointmentByContact \(contactId=\? AND startsAt>/],
    ['whose visit is due', () => appointments.dueBy(db, '2026-11-24', 80), /SEARCH clientRhythm USING INDEX clientRhythmByDue/],
    ['a series', () => appointments.ofSeries(db, 1), /SEARCH appointment USING INDEX appointmentBySeries/],
    ['the stock of products', () => products.byIds(db, [1, 2]), /SEARCH stockMovement USING COVERING INDEX stockMovementByProduct/],
    [
      'what moved a stock',
      () => products.movements(db, 1, 100, 50),
      /SEARCH stockMovement USING INDEX stockMovementByProduct \(productId=\? AND id<\?\)/,
    ],
    ['a scanned barcode', () => products.otherWith(db, 'barcode', '42', null), /productByBarcode/],
    ['the price list of a client', () => prices.listOf(db, 1), /SEARCH clientPriceList USING INDEX sqlite_autoindex_clientPriceList/],
    ['the changes to take back', () => operations.changesNewestFirst(db, 1, 100, 50), /changeByOperation/],
    ['who is away on a day', () => staff.absencesBetween(db, '2026-11-21', '2026-11-21'), /absenceByLastDay \(lastDay>\?\)/],
    ['when the shop is closed', () => openings.between(db, '2026-11-21', '2026-11-21'), /closureByLastDay \(lastDay>\?\)/],
    [
      'the visits to come of somebody who leaves',
      () => staff.servicesToCome(db, 1, '2026-11-21T12:00:00.000Z'),
      /appointmentServiceByStaff \(staffId=\? AND startsAt>\?\)\nSEARCH visit USING INTEGER PRIMARY KEY/,
    ],
    [
      'what a calendar file falls on',
      () => calendar.timesTaken(db, 1, '2026-11-21T12:00:00.000Z'),
      /appointmentServiceByStaff \(staffId=\? AND startsAt>\?\)\nSEARCH appointment USING INTEGER PRIMARY KEY/,
    ],
    [
      'the tasks of a day',
      () => tasks.page(db, everybody, { from: '2026-11-24', below: '2026-11-25' }, null, page),
      /USING INDEX taskOpen \(at>\? AND at<\?\)/,
    ],
    ['the tasks in a calendar', () => tasks.timed(db, { from: '2026-11-24', below: '2026-12-01' }, 300), /taskOpen \(at>\? AND at<\?\)/],
    [
      'the tasks of somebody',
      () => tasks.page(db, { ...everybody, assigneeId: 1 }, { below: '2026-11-25' }, null, page),
      /taskOpenByAssignee \(assigneeId=\? AND at<\?\)/,
    ],
    ['the tasks of a contact', () => tasks.page(db, { ...everybody, contactId: 1 }, {}, null, page), /taskByContact \(contactId=\?/],
    ['the tasks that are late', () => tasks.lateFirst(db, everybody, '2026-11-24', 100), /taskOpen \(at<\?\)/],
    ['the tasks that are done', () => tasks.done(db, everybody, page), /taskDone/],
    ['the next task by its rule', () => tasks.nextOf(db, 1), /taskByPrevious/],
    ['the deals whose next step is due', () => dueDeals.nextSteps(db, [1, 2], '2026-11-24', 20), /^SCAN deal USING INDEX dealDue/],
    [
      'the deals that are about to close',
      () => dueDeals.closing(db, [1, 2], '2026-11-24', '2026-12-01', 20),
      /^SCAN deal USING INDEX dealDue/,
    ],
    [
      'the deals of which nothing was heard',
      () => dueDeals.quiet(db, [{ stageId: 1, since: day }], '2026-12-01', day, 20),
      /^SCAN deal USING INDEX dealDue[^]*activityByContact \(contactId=\? AND at>\? AND at<\?\)/,
    ],
    ['the follow-ups of a day', () => today.followUpsDue(db, '2026-11-24', 50), /contactByFollowUp \(followUpOn<\?\)/],
    [
      'the anniversaries of a day',
      () => today.datesOn(db, [3, 4], ['02-28', '02-29'], 30),
      /SEARCH contactDate USING PRIMARY KEY \(monthDay=\? AND fieldId=\?\)\nSEARCH contact USING INTEGER PRIMARY KEY/,
    ],
    ['the birthdays of a day', () => today.bornOn(db, ['02-28', '02-29'], 30), /contactByBirthday/],
    [
      'the quotes that expire',
      () => today.quotesExpiring(db, '2026-11-24', '2026-11-27', 50),
      /documentByValidity \(validUntil>\? AND validUntil<\?\)/,
    ],
    [
      'who is late by their rhythm',
      () => today.dueByRhythm(db, '2026-08-24', '2026-11-17', 40),
      /clientRhythmByDue \(dueOn>\? AND dueOn<\?\)/,
    ],
    [
      'how many are late by their rhythm',
      () => clientReports.countAtRisk(db, '2026-11-24'),
      // Whoever is in the trash is few.
      /clientRhythmByDue \(dueOn<\?\)[^]*SEARCH contact USING COVERING INDEX contactByCreation \(trashedAt>\?\)/,
    ],
    [
      'who came in a month',
      () => clientReports.clientsSeen(db, [{ key: '', start: day, end: dayAfter }]),
      /USING COVERING INDEX appointmentOfDays \(startsAt>\? AND startsAt<\?\)/,
    ],
    ['how many are born on some days', () => today.countBornOn(db, ['02-28', '02-29']), /contactByBirthday/],
    ['what is open by its day', () => dunning.openByDueDay(db, 'EUR'), /USING COVERING INDEX/],
    ['what was put off', () => today.marksAfter(db, '2026-11-24'), /todayMarkByUntil \(until>\?\)/],
    ['what was done today', () => today.marksDoneSince(db, day, 50), /todayMarkDone \(doneAt>\?\)/],
    [
      'what is to be reminded of',
      () => reminders.waiting(db, '2026-10-24T00:00', '2026-11-24T10:00', 50),
      /taskByReminder \(remindAt>\? AND remindAt<\?\)/,
    ],
    ['a client’s points', () => loyalty.lotsOf(db, 1, 1), /loyaltyLotByContact \(contactId=\? AND programmeId=\?\)/],
    ['whose card it is', () => cards.byNumber(db, '2912345678901'), /loyaltyCard_1 \(number=\?\)/],
    ['a client’s cards', () => cards.cardsOf(db, 1), /loyaltyCardByContact \(contactId=\?\)/],
    ['who has no card yet', () => cards.withoutCard(db, [1, 2]), /loyaltyCardByContact \(contactId=\?\)/],
    ['what is kept back of a credit note', () => charges.chargesOf(db, 1), /MULTI-INDEX OR/],
    ['what points made cheaper', () => charges.cheapened(db, [1, 2]), /loyaltyEntryByLot \(lotId=\?\)/],
    ['what an invoice has earned', () => loyalty.lotsOfDocument(db, 1, 1), /loyaltyLotByDocument \(documentId=\? AND programmeId=\?\)/],
    ['the recommendation of an invoice', () => tiers.referralBy(db, 1, 1), /loyaltyReferralByDocument \(documentId=\?\)/],
    [
      'what lapses tonight',
      () => loyalty.lapse(db, { at: day, day: '2026-11-24', user: '', note: '' }, 500),
      /loyaltyLotByLapse \(lapsesOn>\? AND lapsesOn<\?\)/,
    ],
    ['what is owed on a day', () => loyalty.liability(db, 1, '2026-11-24'), /loyaltyFlow USING PRIMARY KEY \(programmeId=\?\)/],
    ['how often a client had a reward', () => loyalty.hadBy(db, 1, [1, 2]), /loyaltyRedemptionByReward \(rewardId=\? AND contactId=\?\)/],
    ['the rewards of an invoice', () => loyalty.redemptionsOfDocument(db, 1), /loyaltyRedemptionByDocument \(documentId=\?\)/],
    ['what is reserved with a visit', () => reservations.heldWith(db, 1), /loyaltyRedemptionByAppointment \(appointmentId=\?\)/],
    ['the visits with rewards that were changed', () => reservations.visitsChangedBy(db, 1), /changeByOperation|change USING/],
    ['what they gave back', () => loyalty.rewardedLinesOf(db, 1), /loyaltyRewardedLineByRedemption \(redemptionId=\?\)/],
    [
      'who loses something soon',
      () => members.lapsingBetween(db, 1, '2026-11-24', '2026-12-24'),
      /loyaltyLotByLapse \(lapsesOn>\? AND lapsesOn<\?\)/,
    ],
    ['members by points', () => members.members(db, everyMember, page), /loyaltyMemberByPoints \(programmeId=\?\)/],
    [
      'members by their last day',
      () => members.members(db, { ...everyMember, sort: 'lastOn' }, page),
      /loyaltyMemberByDay \(programmeId=\?\)/,
    ],
    ['members by tier', () => members.members(db, { ...everyMember, sort: 'tier' }, page), /loyaltyMemberByTier \(programmeId=\?\)/],
    [
      'what a client earned lately',
      () => tiers.pointGains(db, 1, 1, '2025-11-24'),
      /loyaltyLotByEarning \(programmeId=\? AND contactId=\? AND day>\?\)/,
    ],
    ['what a client paid lately', () => tiers.turnoverGains(db, 1, '2025-11-24'), /documentByContact \(contactId=\? AND issuedOn>\?\)/],
    ['the gains of everybody', () => tiers.allPointGains(db, 1, '2025-11-24'), /COVERING INDEX loyaltyLotByEarning \(programmeId=\?\)/],
    ['the services that they leave to others', () => staff.giveTo(db, [1, 2], 3), /INTEGER PRIMARY KEY/],
    ['the visits that are cancelled with them', () => staff.cancelByShop(db, [1, 2], ''), /INTEGER PRIMARY KEY/],
  ])('%s needs no walk through a table', (_what, query, expected) => {
    const steps = plan(query())
    expect(steps.join('\n')).toMatch(expected)
    expect(steps.filter(step => /^SCAN (?!contactSearch|json_each|contact USING COVERING|deal USING INDEX dealDue)/.test(step))).toEqual([])
  })

  it('the contacts without a next step need one look at an index of tasks for each', () => {
    const filter: Filter = { match: 'all', conditions: [{ type: 'date', field: 'nextStep', is: 'empty', day: null, days: null }] }
    expect(plan(segments.count(db, filter, known)).join('\n')).toMatch(/taskByContact \(contactId=\? AND doneAt=\?\)/)
  })

  it('the tax of a year is read from an index alone, and nothing but its days is sorted', () => {
    const steps = plan(taxes.summary(db, '2026-01-01', '2026-12-31'))
    const [days, ...rest] = steps.slice(steps.indexOf('CO-ROUTINE day') + 1)
    expect(days).toMatch(/^SEARCH documentTax USING COVERING INDEX documentTaxByDay/)
    expect(rest[0]).toBe('SCAN day')
  })
})
