import type { TablerIcon } from '@tabler/icons-react'
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import IconCake from '@tabler/icons-react/dist/esm/icons/IconCake.mjs'
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs'
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconFaceId from '@tabler/icons-react/dist/esm/icons/IconFaceId.mjs'
import IconFileSearch from '@tabler/icons-react/dist/esm/icons/IconFileSearch.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconId from '@tabler/icons-react/dist/esm/icons/IconId.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs'
import IconNfc from '@tabler/icons-react/dist/esm/icons/IconNfc.mjs'
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs'
import IconScale from '@tabler/icons-react/dist/esm/icons/IconScale.mjs'
import IconScanEye from '@tabler/icons-react/dist/esm/icons/IconScanEye.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import type { FeatureKind } from '@verdict/contract/session'
import { words } from '../lib/format.ts'

/** `word` heads a section, `inLine` stands inside a sentence: "4 in review: chip, face match, AML". */
export interface FeatureWord {
  word: string
  inLine: string
  icon: TablerIcon
}

export const featureWords: Readonly<Record<FeatureKind, FeatureWord>> = {
  identityDocument: { word: 'Identity document', inLine: 'document', icon: IconId },
  nfc: { word: 'Chip', inLine: 'chip', icon: IconNfc },
  liveness: { word: 'Liveness', inLine: 'liveness', icon: IconScanEye },
  faceMatch: { word: 'Face match', inLine: 'face match', icon: IconFaceId },
  ageEstimation: { word: 'Age estimation', inLine: 'age', icon: IconCake },
  aml: { word: 'AML screening', inLine: 'AML', icon: IconScale },
  proofOfAddress: { word: 'Proof of address', inLine: 'address', icon: IconHome },
  databaseValidation: { word: 'Database check', inLine: 'database', icon: IconDatabase },
  phone: { word: 'Phone', inLine: 'phone', icon: IconPhone },
  email: { word: 'E-mail', inLine: 'e-mail', icon: IconMail },
  ipAnalysis: { word: 'Device and network', inLine: 'device', icon: IconMapPin },
  questionnaire: { word: 'Questionnaire', inLine: 'questionnaire', icon: IconChecklist },
  documentAi: { word: 'Other documents', inLine: 'other documents', icon: IconFileSearch },
  registry: { word: 'Company registry', inLine: 'registry', icon: IconBuilding },
  companyDocuments: { word: 'Company documents', inLine: 'documents', icon: IconFileText },
  keyPeople: { word: 'People of the company', inLine: 'people', icon: IconUsers },
  other: { word: 'Other check', inLine: 'other', icon: IconDots },
}

/** For `other` the words are made from Didit's own name of the check. */
export function featureWord(kind: FeatureKind, raw: string): FeatureWord {
  const known = featureWords[kind]
  return kind === 'other' && raw ? { ...known, word: words(raw), inLine: words(raw).toLocaleLowerCase('en-GB') } : known
}
