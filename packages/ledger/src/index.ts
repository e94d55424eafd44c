export { canonicalText, leafHash } from './leaf.ts'
