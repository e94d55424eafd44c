import { type Fields, fieldsOf, firstText, isFields, numberOf, rowsOf } from './json-shape.ts'

export interface Owner {
  name: string
  /** Person, company or whatever upstream calls it. */
  kind: string | null
  percent: number | null
  sessionId: string | null
  fields: Fields
  children: Owner[]
}

const childKeys = ['owners', 'children', 'shareholders', 'beneficialOwners', 'nodes', 'parents', 'ownershipStructure', 'subsidiaries']
const percentKeys = ['effectiveOwnershipPercent', 'ownershipPercent', 'ownershipPercentage', 'percentage', 'percent', 'share', 'ownership']
const deepest = 12

function nameOf(fields: Fields): string {
  const parts = [firstText(fields, 'firstName'), firstText(fields, 'lastName')].filter((part) => part !== null).join(' ')
  return firstText(fields, 'name', 'fullName', 'companyName', 'label', 'title') ?? (parts === '' ? 'Not named' : parts)
}

function ownerOf(fields: Fields, depth: number): Owner {
  const percent = percentKeys.map((key) => numberOf(fields[key]) ?? numeric(fields[key])).find((value) => value !== null) ?? null
  return {
    name: nameOf(fields),
    kind: firstText(fields, 'type', 'entityType', 'kind', 'role'),
    percent,
    sessionId: firstText(fields, 'kycSessionId', 'kybSubSessionId', 'sessionId'),
    fields: Object.fromEntries(Object.entries(fields).filter(([key]) => !childKeys.includes(key))),
    children: depth >= deepest ? [] : childrenOf(fields, depth + 1),
  }
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
