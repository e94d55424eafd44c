import { NON_LATIN_NAMES } from './names.non-latin.ts'

export type CultureName = keyof typeof LATIN_NAMES | keyof typeof NON_LATIN_NAMES

export interface Name {
  latin: string
  /** In the culture's own script; the same as `latin` where that is latin. */
  native: string
}

export interface NameLists {
  men: readonly Name[]
  women: readonly Name[]
  family: readonly Name[]
}

const LATIN_NAMES = {
  english: [
    'Oliver; Harry; James; Callum; Noah; Declan; Thomas; Marcus; Samuel; Lewis',
    'Amelia; Sophie; Isla; Grace; Ruby; Niamh; Eleanor; Chloe; Hannah; Imogen',
    'Ashdown; Brackley; Cartwell; Dunmore; Ellerby; Fairholm; Garrowby; Hollins; Kingsmere; Larkfield; Marlow; Pembury',
  ],
  german: [
    'Lukas; Jürgen; Felix; Matthias; Jonas; Björn',
    'Anna; Käthe; Lena; Ursula; Mia; Annegret',
    'Müllbach; Schönfelder; Weißgerber; Brückmann; Krügerhof; Steinmetz; Vogelsang; Lindhorst',
  ],
  french: [
    'Étienne; Loïc; Hugo; François; Mathis; Gaël',
    'Chloé; Élodie; Inès; Maëlys; Léa; Françoise',
    'Beaumont-Leroy; Chastain; Delacourt; Fontvielle; Garnier-Roux; Lémercier; Pérignac; Thévenin',
  ],
  spanish: [
    'Alejandro; Íñigo; Pablo; Andrés; Javier; Martín',
    'Lucía; Carmen; Begoña; Sofía; Inés; María José',
    'García Modelo; Núñez Ejemplo; Ibáñez Prado; Muñoz Serrano; Peña Robledo; Zúñiga Castro; Ordóñez Vidal',
  ],
  italian: [
    'Luca; Niccolò; Matteo; Davide; Salvatore',
    'Giulia; Chiara; Benedetta; Alessia; Noemi',
    "Campioni; D'Esempio; Rinaldoni; Bellacorte; Montaldi; Ferrantini; Dell'Acqua",
  ],
  portuguese: [
    'João; Tomás; Diogo; Gonçalo; Rui',
    'Beatriz; Inês; Mariana; Conceição; Leonor',
    'Amostra da Silva; Figueirinha; Gonçalves Pinhal; Simões Exemplo; Teixeirão',
  ],
  dutch: [
    'Daan; Sander; Joost; Bram; Thijs',
    'Fenna; Lotte; Sanne; Maaike; Noor',
    'van der Voorbeeld; de Proefman; Hoogendam; ter Haarlo; van Rijswoude; Bakkersma',
  ],
  polish: [
    'Łukasz; Michał; Paweł; Grzegorz; Stanisław',
    'Małgorzata; Zofia; Agnieszka; Joanna; Żaneta',
    'Wzorowski; Przykładek; Śliwczyński; Łąkowicz; Brzozowicz; Źródlak',
  ],
  romanian: ['Andrei; Ștefan; Mihai; Călin', 'Ioana; Ștefania; Mădălina; Ana', 'Exemplescu; Țărănuș; Modeleanu; Brânzoi; Văleanu'],
  turkish: [
    'Mehmet; Emre; Çağlar; Oğuz; Yiğit',
    'Zeynep Nur; Elif; Ayşe; Gülşen; İrem',
    'Öztürkmen; Yılmazer; Çelikbaş; Şahinoğlu; Güneşli; Örnekçi',
  ],
  singaporean: [
    'Wei Jie; Jun Hao; Arjun; Hafiz; Darren',
    'Hui Min; Xin Yi; Nurul; Priya; Michelle',
    'Tan; Lim; Ng; Goh; bin Rahmat; Pillai; Ong',
  ],
  indonesian: ['Budi; Agus; Rizky; Dimas', 'Siti; Dewi; Putri; Ayu', 'Contohwan; Santosa; Wijayanti; Prasetyono; Nugrahadi'],
  nigerian: [
    'Chukwuemeka; Babátúndé; Ifeanyi; Musa; Tobi',
    'Ngozi; Folaké; Amina; Chiamaka; Adaeze',
    'Okonjide; Adéyẹmi; Balogunda; Eze-Sample; Danladiya; Nwachukson',
  ],
  kenyan: ['Otieno; Kamau; Kiprotich; Mwangi', 'Wanjiru; Achieng; Nyambura; Chebet', 'Odhiamba; Kariukana; Mutisoya; Wekesani'],
  southafrican: [
    'Sipho; Pieter; Thabo; Ayanda',
    'Nomsa; Annelie; Lerato; Zanele',
    'Dlaminto; van der Modell; Nkosani; Mokoenawe; Botharius',
  ],
  brazilian: [
    'Thiago; José Antônio; Caio; Rafael',
    'Fernanda; Luíza; Camila; Ana Flávia',
    'de Lima Exemplo; Gonçalves Amostra; Araújo Brandão; Conceição Prado; Modelo Ferreira',
  ],
} as const satisfies Record<string, readonly [men: string, women: string, family: string]>

const cache = new Map<CultureName, NameLists>()

const TABLE: Record<CultureName, readonly [men: string, women: string, family: string]> = {
  ...NON_LATIN_NAMES,
  ...LATIN_NAMES,
}

export function namesOf(culture: CultureName): NameLists {
  const known = cache.get(culture)
  if (known !== undefined) return known
  const [men, women, family] = TABLE[culture]
  const lists = { men: readNames(men), women: readNames(women), family: readNames(family) }
  cache.set(culture, lists)
  return lists
}

function readNames(text: string): Name[] {
  return text.split('; ').map((entry) => {
    const [latin = '', native = latin] = entry.split('|')
    return { latin, native }
  })
}
