import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash, merkleRoot, nodeHash } from './index.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** The eight leaves of the Certificate Transparency reference tests, and the roots over the first n of them. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** The definition of RFC 6962, 2.1, word for word and over bytes; independent of the code under test. */
const byDefinition = (entries: readonly Uint8Array[]): Buffer => {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const [first] = entries
  if (!first) return sha()
  if (entries.length === 1) return sha(Uint8Array.of(0), first)
  let split = 1
  while (split * 2 < entries.length) split *= 2
  return sha(Uint8Array.of(1), byDefinition(entries.slice(0, split)), byDefinition(entries.slice(split)))
}

describe('known trees', () => {
  test.each(roots.map((root, count) => [count, root] as const))('%i leaves', (count, root) => {
    const entries = inputs.slice(0, count)
    expect(byDefinition(entries).toString('hex')).toBe(root)
    expect(merkleRoot(entries.map(leafHash))).toBe(root)
  })
})

test('any number of entries gives the root of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 70 }), (entries) => {
      expect(merkleRoot(entries.map(leafHash))).toBe(byDefinition(entries).toString('hex'))
    }),
  )
})

test('one changed, missing, added or moved entry gives another root', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 40 }), fc.nat(), (entries, pick) => {
      const leaves = entries.map(leafHash)
      const at = pick % leaves.length
      const root = merkleRoot(leaves)
      expect(merkleRoot(leaves.with(at, leafHash('something else entirely')))).not.toBe(root)
      expect(merkleRoot(leaves.toSpliced(at, 1))).not.toBe(root)
      expect(merkleRoot(leaves.toSpliced(at, 0, leafHash('one more')))).not.toBe(root)
      expect(merkleRoot(leaves.toReversed())).not.toBe(root)
    }),
  )
})

test('a leaf can never pass for a node, and what is no hash is refused', () => {
  const [left, right] = [leafHash('a'), leafHash('b')]
  expect(leafHash(hex(left + right))).not.toBe(nodeHash(left, right))
  for (const odd of ['', 'ab', left.toUpperCase(), `${left}00`]) {
    expect(() => nodeHash(odd, right)).toThrowError(TypeError)
    expect(() => merkleRoot([odd])).toThrowError(TypeError)
    expect(() => merkleRoot([left, odd, right])).toThrowError(TypeError)
  }
})

test('text counts as its UTF-8 bytes', () => {
  expect(leafHash('é€😀')).toBe(leafHash(new TextEncoder().encode('é€😀')))
})
