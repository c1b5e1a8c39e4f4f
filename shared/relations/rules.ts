import type { Contact } from '../contacts/model.ts'
import { relationKinds, type RelationKind, type RelationRole } from './model.ts'

type Kind = Contact['kind']
export type Link = { fromId: number; toId: number; kind: RelationKind }

const kinds: Readonly<Record<RelationRole, { kind: RelationKind; from: 'self' | 'other' }>> = {
  worksAt: { kind: 'worksAt', from: 'self' },
  employs: { kind: 'worksAt', from: 'other' },
  partner: { kind: 'partner', from: 'self' },
  parentOf: { kind: 'parent', from: 'self' },
  childOf: { kind: 'parent', from: 'other' },
  sibling: { kind: 'sibling', from: 'self' },
  referredBy: { kind: 'referredBy', from: 'self' },
  referred: { kind: 'referredBy', from: 'other' },
  other: { kind: 'other', from: 'self' },
}

const roles: Readonly<Record<RelationKind, { self: RelationRole; other: RelationRole }>> = {
  worksAt: { self: 'worksAt', other: 'employs' },
  partner: { self: 'partner', other: 'partner' },
  parent: { self: 'parentOf', other: 'childOf' },
  sibling: { self: 'sibling', other: 'sibling' },
  referredBy: { self: 'referredBy', other: 'referred' },
  other: { self: 'other', other: 'other' },
}

export function linkOf(role: RelationRole, contactId: number, otherId: number): Link {
  const { kind, from } = kinds[role]
  return from === 'self' ? { kind, fromId: contactId, toId: otherId } : { kind, fromId: otherId, toId: contactId }
}

export const roleOf = ({ kind, fromId }: Link, contactId: number): RelationRole => roles[kind][fromId === contactId ? 'self' : 'other']
export const otherOf = ({ fromId, toId }: Link, contactId: number) => (fromId === contactId ? toId : fromId)

/** Why a contact of one kind cannot be this to one of another kind. */
export function misfit(role: RelationRole, self: Kind, other: Kind) {
  if (role === 'worksAt') return self === 'person' && other === 'company' ? null : 'relationNotAtWork'
  if (role === 'employs') return self === 'company' && other === 'person' ? null : 'relationNotAtWork'
  if (role === 'referredBy' || role === 'referred' || role === 'other') return null
  return self === 'person' && other === 'person' ? null : 'relationNotInFamily'
}

/** Which links make somebody one of these: those that come from them, and those that lead to them. */
export const kindsOf = (wanted: readonly RelationRole[]) => ({
  from: relationKinds.filter(kind => wanted.includes(roles[kind].self)),
  to: relationKinds.filter(kind => wanted.includes(roles[kind].other)),
})
