import { expect, it } from 'vitest'
import { adaptMedia } from './media.adapt.ts'

const file = (name: string) => `https://media.example/files/${name}?X-Amz-Signature=1`
const from = { runId: 'companyDocuments-1', hosts: new Set(['media.example']) }

it('calls a company’s papers by their kind', () => {
  const group = {
    items: [
      { document_type: 'LEGAL_PRESENCE', document_subtype: 'CERTIFICATE_OF_INCORPORATION', file_url: file('one.pdf') },
      { document_type: 'OWNERSHIP_STRUCTURE', document_subtype: null, file_url: file('two.pdf') },
      { document_type: null, document_subtype: null, file_url: file('three.pdf') },
    ],
  }
  const media = adaptMedia('document_verifications', group, { ...from, feature: 'companyDocuments' })
  expect(media.map((item) => item.label)).toEqual(['Certificate of incorporation', 'Ownership structure', 'File'])
  expect(media.map((item) => item.role)).toEqual(['file', 'file', 'file'])
})

it('calls further documents by their key, and leaves a questionnaire’s files without one', () => {
  const items = [{ document_key: 'proof_of_funds', file_url: file('funds.pdf') }]
  expect(adaptMedia('items', items, { ...from, feature: 'documentAi' })[0]?.label).toBe('Proof of funds')
  const answer = { element_type: 'FILE_UPLOAD', answer: { files: [file('page.pdf')] } }
  expect(adaptMedia('items', answer, { ...from, feature: 'questionnaire' })[0]?.label).toBe('File')
})
