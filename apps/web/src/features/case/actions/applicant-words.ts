import { wordTable } from '../../../lib/word-table.ts'

/** What an applicant does on one screen. */
export type ApplicantAct =
  | 'front'
  | 'back'
  | 'chip'
  | 'selfie'
  | 'compare'
  | 'address'
  | 'documents'
  | 'companyDocuments'
  | 'phone'
  | 'email'
  | 'questions'
export type ApplicantWords = Readonly<Record<ApplicantAct | 'title', string>>

const english: ApplicantWords = {
  title: 'Steps to repeat',
  front: 'Photograph the front of the document',
  back: 'Photograph the back of the document',
  chip: 'Hold the document to the phone',
  selfie: 'Take a selfie',
  compare: 'Have the face compared again',
  address: 'Hand in a proof of address',
  documents: 'Hand in further documents',
  companyDocuments: 'Hand in documents of the company',
  phone: 'Confirm the phone number',
  email: 'Confirm the e-mail address',
  questions: 'Answer the questions',
}

const words = wordTable<ApplicantWords>({
  en: english,
  de: {
    title: 'Schritte, die zu wiederholen sind',
    front: 'Vorderseite des Ausweises fotografieren',
    back: 'Rückseite des Ausweises fotografieren',
    chip: 'Ausweis an das Telefon halten',
    selfie: 'Selfie aufnehmen',
    compare: 'Gesicht erneut vergleichen lassen',
    address: 'Adressnachweis einreichen',
    documents: 'Weitere Dokumente einreichen',
    companyDocuments: 'Dokumente des Unternehmens einreichen',
    phone: 'Telefonnummer bestätigen',
    email: 'E-Mail-Adresse bestätigen',
    questions: 'Fragen beantworten',
  },
  es: {
    title: 'Pasos que hay que repetir',
    front: 'Fotografiar el anverso del documento',
    back: 'Fotografiar el reverso del documento',
    chip: 'Acercar el documento al teléfono',
    selfie: 'Hacerse un selfi',
    compare: 'Volver a comparar el rostro',
    address: 'Aportar un justificante de domicilio',
    documents: 'Aportar otros documentos',
    companyDocuments: 'Aportar documentos de la empresa',
    phone: 'Confirmar el número de teléfono',
    email: 'Confirmar el correo electrónico',
    questions: 'Responder a las preguntas',
  },
  fr: {
    title: 'Étapes à refaire',
    front: 'Photographier le recto du document',
    back: 'Photographier le verso du document',
    chip: 'Approcher le document du téléphone',
    selfie: 'Prendre un selfie',
    compare: 'Faire comparer le visage à nouveau',
    address: 'Fournir un justificatif de domicile',
    documents: 'Fournir d’autres documents',
    companyDocuments: 'Fournir les documents de l’entreprise',
    phone: 'Confirmer le numéro de téléphone',
    email: 'Confirmer l’adresse e-mail',
    questions: 'Répondre aux questions',
  },
  it: {
    title: 'Passaggi da ripetere',
    front: 'Fotografare il fronte del documento',
    back: 'Fotografare il retro del documento',
    chip: 'Avvicinare il documento al telefono',
    selfie: 'Scattare un selfie',
    compare: 'Far confrontare di nuovo il volto',
    address: 'Fornire una prova di residenza',
    documents: 'Fornire altri documenti',
    companyDocuments: 'Fornire i documenti dell’azienda',
    phone: 'Confermare il numero di telefono',
    email: 'Confermare l’indirizzo e-mail',
    questions: 'Rispondere alle domande',
  },
  pt: {
    title: 'Passos a repetir',
    front: 'Fotografar a frente do documento',
    back: 'Fotografar o verso do documento',
    chip: 'Aproximar o documento do telemóvel',
    selfie: 'Tirar uma selfie',
    compare: 'Voltar a comparar o rosto',
    address: 'Entregar um comprovativo de morada',
    documents: 'Entregar outros documentos',
    companyDocuments: 'Entregar documentos da empresa',
    phone: 'Confirmar o número de telefone',
    email: 'Confirmar o endereço de e-mail',
    questions: 'Responder às perguntas',
  },
  nl: {
    title: 'Stappen om te herhalen',
    front: 'Voorkant van het document fotograferen',
    back: 'Achterkant van het document fotograferen',
    chip: 'Document tegen de telefoon houden',
    selfie: 'Selfie maken',
    compare: 'Gezicht opnieuw laten vergelijken',
    address: 'Bewijs van adres indienen',
    documents: 'Andere documenten indienen',
    companyDocuments: 'Documenten van het bedrijf indienen',
    phone: 'Telefoonnummer bevestigen',
    email: 'E-mailadres bevestigen',
    questions: 'Vragen beantwoorden',
  },
  pl: {
    title: 'Kroki do powtórzenia',
    front: 'Sfotografować przód dokumentu',
    back: 'Sfotografować tył dokumentu',
    chip: 'Przyłożyć dokument do telefonu',
    selfie: 'Zrobić selfie',
    compare: 'Ponownie porównać twarz',
    address: 'Przesłać potwierdzenie adresu',
    documents: 'Przesłać inne dokumenty',
    companyDocuments: 'Przesłać dokumenty firmy',
    phone: 'Potwierdzić numer telefonu',
    email: 'Potwierdzić adres e-mail',
    questions: 'Odpowiedzieć na pytania',
  },
  tr: {
    title: 'Tekrarlanacak adımlar',
    front: 'Belgenin ön yüzünü fotoğraflama',
    back: 'Belgenin arka yüzünü fotoğraflama',
    chip: 'Belgeyi telefona yaklaştırma',
    selfie: 'Selfie çekme',
    compare: 'Yüzün yeniden karşılaştırılması',
    address: 'Adres belgesi sunma',
    documents: 'Diğer belgeleri sunma',
    companyDocuments: 'Şirket belgelerini sunma',
    phone: 'Telefon numarasını onaylama',
    email: 'E-posta adresini onaylama',
    questions: 'Soruları yanıtlama',
  },
  ar: {
    title: 'خطوات يجب إعادتها',
    front: 'تصوير الوجه الأمامي للوثيقة',
    back: 'تصوير الوجه الخلفي للوثيقة',
    chip: 'تقريب الوثيقة من الهاتف',
    selfie: 'التقاط صورة ذاتية',
    compare: 'إعادة مطابقة الوجه',
    address: 'تقديم إثبات العنوان',
    documents: 'تقديم وثائق أخرى',
    companyDocuments: 'تقديم وثائق الشركة',
    phone: 'تأكيد رقم الهاتف',
    email: 'تأكيد البريد الإلكتروني',
    questions: 'الإجابة عن الأسئلة',
  },
})

/** The acts in this language, or in English when we have no words in it; `language` is the one that it is in. */
export function applicantWords(language: string): { words: ApplicantWords; language: string } {
  const code = language.split('-')[0]?.toLowerCase() ?? ''
  const own = Object.hasOwn(words, code) ? words[code] : undefined
  return own ? { words: own, language: code } : { words: english, language: 'en' }
}
