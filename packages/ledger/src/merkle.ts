import { createHash } from 'node:crypto'

/** A SHA-256 as 64 lower-case hex digits. */
export type Hash = string

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

const hashPattern = /^[0-9a-f]{64}$/

const toBytes = (hash: Hash): Buffer => {
  if (!hashPattern.test(hash)) throw new TypeError('a hash is 64 lower-case hex digits')
  return Buffer.from(hash, 'hex')
}

/** RFC 6962 hash of one entry: SHA-256 of 0x00 and its bytes. A string counts as its UTF-8 bytes. */
export const leafHash = (entry: Uint8Array | string): Hash => createHash('sha256').update(LEAF).update(entry).digest('hex')

/** RFC 6962 hash of two subtrees: SHA-256 of 0x01, left and right. */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(NODE).update(toBytes(left)).update(toBytes(right)).digest('hex')

/** RFC 6962 root of the tree over these leaf hashes, oldest first; of no leaves it is the SHA-256 of nothing. */
export const merkleRoot = (leaves: Iterable<Hash>): Hash => {
  // Perfect subtrees from large to small, one for each 1 bit of the count: equal sizes merge at once, as in a binary counter.
  const roots: { size: number; hash: Hash }[] = []
  for (const leaf of leaves) {
    let hash = leaf
    let size = 1
    for (let last = roots.at(-1); last?.size === size; last = roots.at(-1)) {
      roots.pop()
      hash = nodeHash(last.hash, hash)
      size *= 2
    }
    roots.push({ size, hash })
  }
  const last = roots.pop()
  if (!last) return createHash('sha256').digest('hex')
  if (roots.length === 0) toBytes(last.hash)
  return roots.reduceRight((right, { hash: left }) => nodeHash(left, right), last.hash)
}
