import type { FeatureRun } from '@verdict/contract/case'
import { GenericFields } from '../parts/generic-fields.tsx'
import { isEmpty } from '../model/json-shape.ts'
import { AmlBody } from './aml.body.tsx'
import { CompanyDocumentsBody } from './company-documents.body.tsx'
import { EmailBody, PhoneBody } from './contact.body.tsx'
import { DatabaseValidationBody } from './database-validation.body.tsx'
import { DocumentAiBody } from './document-ai.body.tsx'
import { FaceMatchBody } from './face-match.body.tsx'
import { IdentityDocumentBody } from './identity-document.body.tsx'
import { IpAnalysisBody } from './ip-analysis.body.tsx'
import { KeyPeopleBody } from './key-people.body.tsx'
import { LivenessBody } from './liveness.body.tsx'
import { NfcBody } from './nfc.body.tsx'
import { ProofOfAddressBody } from './proof-of-address.body.tsx'
import { QuestionnaireBody } from './questionnaire.body.tsx'
import { RegistryBody } from './registry.body.tsx'
import classes from './sections.module.css'

/** What a run of one kind found. Kinds that this version does not know are shown plainly, field by field. */
export function RunBody({ run }: { run: FeatureRun }) {
  switch (run.kind) {
    case 'identityDocument':
      return <IdentityDocumentBody run={run} />
    case 'nfc':
      return <NfcBody run={run} />
    case 'liveness':
      return <LivenessBody run={run} />
    case 'faceMatch':
      return <FaceMatchBody run={run} />
    case 'aml':
      return <AmlBody run={run} />
    case 'proofOfAddress':
      return <ProofOfAddressBody run={run} />
    case 'databaseValidation':
      return <DatabaseValidationBody run={run} />
    case 'phone':
      return <PhoneBody run={run} />
    case 'email':
      return <EmailBody run={run} />
    case 'ipAnalysis':
      return <IpAnalysisBody run={run} />
    case 'questionnaire':
      return <QuestionnaireBody run={run} />
    case 'documentAi':
      return <DocumentAiBody run={run} />
    case 'registry':
      return <RegistryBody run={run} />
    case 'companyDocuments':
      return <CompanyDocumentsBody run={run} />
    case 'keyPeople':
      return <KeyPeopleBody run={run} />
    default:
      return isEmpty(run.data) ? <p className={classes.quiet}>Nothing was stored.</p> : <GenericFields fields={run.data} />
  }
}
