import type { JsonRecord } from '../json-read.ts'

const warning = (feature: string, risk: string, log_type: string) => ({
  feature,
  risk,
  additional_data: { note: 'x' },
  log_type,
  short_description: risk.toLowerCase(),
  long_description: 'Longer.',
  node_id: 'n1',
})

const signed = (path: string, signature = 'one') => `https://media.example.test${path}?X-Amz-Expires=3600&X-Amz-Signature=${signature}`

/** A made-up decision that uses every array, with links signed by `signature`. */
export function wireDecision(signature = 'one'): JsonRecord {
  const link = (path: string) => signed(path, signature)
  return {
    session_id: '11111111-1111-4111-8111-111111111111',
    session_kind: 'user',
    session_number: 48190,
    session_url: 'https://verify.example.test/session/SECRETTOKEN1',
    status: 'In Review',
    environment: 'live',
    workflow_id: '22222222-2222-4222-8222-222222222222',
    features: ['ID_VERIFICATION', 'NFC', 'LIVENESS', 'FACE_MATCH', 'AML', 'AGE_ESTIMATION', 'QUESTIONNAIRE', 'VOICE_MATCH'],
    vendor_data: 'customer-1',
    metadata: { plan_name: 'pro' },
    expected_details: { first_name: 'Specimen', last_name: 'Person' },
    contact_details: { email: 'specimen@example.test', email_lang: 'en', phone: null },
    callback: 'https://shop.example.test/back',
    id_verifications: [
      {
        node_id: 'n1',
        status: 'Approved',
        document_type: 'Passport',
        document_number: 'SPEC12345',
        full_name: 'Specimen Person',
        issuing_state: 'UTO',
        extra_fields: { first_name_local: 'Σπέσιμεν' },
        portrait_image: link('/a/portrait.jpg'),
        front_image: link('/a/front.jpg'),
        front_video: link('/a/front.mp4'),
        extra_files: [link('/a/extra.pdf')],
        matches: [{ session_id: 'x', front_image_url: link('/b/front.jpg'), user_details: { name: 'Other' } }],
        warnings: [warning('ID_VERIFICATION', 'MRZ_NOT_DETECTED', 'information'), warning('ID_VERIFICATION', 'DOCUMENT_EXPIRED', 'error')],
        novelty: { share_token: 'eyJhbGciOi.eyJzZXNzaW9u.abc', next_step: 3 },
      },
    ],
    nfc_verifications: null,
    liveness_checks: [
      {
        node_id: 'n3',
        status: 'IN_REVIEW',
        score: 71.2,
        reference_image: link('/a/selfie.jpg'),
        video_url: link('/a/live.mp4'),
        warnings: [],
      },
    ],
    face_matches: [
      {
        node_id: 'n4',
        status: 'In Review',
        score: 61,
        source_image: link('/a/selfie.jpg'),
        target_image: link('/a/portrait.jpg'),
        warnings: [warning('FACEMATCH', 'LOW_FACE_MATCH_SIMILARITY', 'warning')],
      },
    ],
    aml_screenings: [
      {
        node_id: 'n5',
        status: 'In Review',
        total_hits: 1,
        score: 80,
        hits: [
          {
            id: 'h1',
            caption: 'Specimen Persona',
            review_status: 'Unreviewed',
            datasets: ['PEP'],
            match_score: 80,
            risk_score: 60,
            url: 'https://news.example.test/a',
          },
        ],
        screened_data: { full_name: 'Specimen Person' },
        warnings: [warning('AML', 'POSSIBLE_MATCH_FOUND', 'warning')],
      },
    ],
    ip_analyses: [
      {
        node_id: 'n6',
        status: 'Approved',
        ip: { location: { latitude: 1, longitude: 2 } },
        id_document: null,
        ip_address: '192.0.2.1',
        warnings: [],
      },
    ],
    voice_matches: [{ node_id: 'n7', status: 'Resub Requested', sample: link('/a/voice.ogg'), loudness_db: 3 }],
    risk_view: { total: 4, capture_page: link('/a/page.png') },
    reviews: [{ user: 'API Client', new_status: 'Resubmitted', comment: 'again', created_at: '2026-01-01T00:00:00Z' }],
    created_at: '2026-01-02T03:04:05.678901Z',
    expires_at: '2026-02-02T03:04:05.678901Z',
  }
}
