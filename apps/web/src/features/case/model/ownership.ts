import { type Fields, fieldsOf, firstText, isFields, numberOf, rowsOf } from './json-shape.ts'

export interface Owner {
  name: string
  /** Person, company or whatever upstream calls it. */
  kind: string | null
  percent: number | null
  sessionId: string | null
  /** What is odd about the place in the tree, in words. */
  remark: string | null
  fields: Fields
  children: Owner[]
}

const childKeys = [
  'owners',
  'childBeneficialOwners',
  'children',
  'shareholders',
  'beneficialOwners',
  'nodes',
  'parents',
  'ownershipStructure',
  'subsidiaries',
]
const percentKeys = ['effectiveOwnershipPercent', 'ownershipPercent', 'ownershipPercentage', 'percentage', 'percent', 'share', 'ownership']
const deepest = 12

function nameOf(fields: Fields): string {
  const parts = [firstText(fields, 'firstName'), firstText(fields, 'lastName')].filter((part) => part !== null).join(' ')
  return firstText(fields, 'name', 'fullName', 'companyName', 'label', 'title') ?? (parts === '' ? 'Not named' : parts)
}

/** A share in per cent out of the names that it goes by, or null. */
export function shareOf(fields: Fields): number | null {
  return percentKeys.map((key) => numberOf(fields[key]) ?? numeric(fields[key])).find((value) => value !== null) ?? null
}

/** "25 to 50%" where a registry knows the bounds alone. */
export function bandOf(fields: Fields): string | null {
  const [low, high] = [numeric(firstText(fields, 'ownershipMinShares')), numeric(firstText(fields, 'ownershipMaxShares'))]
  return low === null || high === null ? null : `${low} to ${high}%`
}

/** One owner without those behind it. */
export function readOwner(fields: Fields): Owner {
  return {
    name: nameOf(fields),
    kind: firstText(fields, 'type', 'entityType', 'kind', 'role'),
    percent: shareOf(fields),
    sessionId: firstText(fields, 'kycSessionId', 'kybSubSessionId', 'sessionId'),
    remark: null,
    fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !childKeys.includes(key))),
    children: [],
  }
}

function ownerOf(fields: Fields, depth: number): Owner {
  return { ...readOwner(fields), children: depth >= deepest ? [] : childrenOf(fields, depth + 1) }
}

function numeric(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const found = Number(value.replace('%', '').trim())
  return value.trim() !== '' && Number.isFinite(found) ? found : null
}

function childrenOf(fields: Fields, depth: number): Owner[] {
  return childKeys.flatMap((key) => (isFields(fields[key]) ? [fields[key]] : rowsOf(fields[key]))).map((child) => ownerOf(child, depth))
}

/** Ownership as a tree out of the shapes in which it comes; empty when none of them is met. */
export function ownersOf(structure: unknown): Owner[] {
  if (Array.isArray(structure)) return rowsOf(structure).map((fields) => ownerOf(fields, 0))
  const fields = fieldsOf(structure)
  if (Object.keys(fields).length === 0) return []
  const root = ownerOf(fields, 0)
  return root.name === 'Not named' ? root.children : [root]
}
