/** Men, women and families, `latin|own script`. */
export const NON_LATIN_NAMES = {
  arabic: [
    'Ahmed|أحمد; Omar|عمر; Khalid|خالد; Yousef|يوسف; Tariq|طارق; Saif|سيف',
    'Fatima|فاطمة; Noura|نورة; Layla|ليلى; Mariam|مريم; Huda|هدى; Salma|سلمى',
    'Al Namuzaji|النموذجي; Al Mithali|المثالي; Al Sahrawi|الصحراوي; Al Bahri|البحري; Al Jabali|الجبلي; Al Waraqi|الورقي',
  ],
  hebrew: [
    'David|דוד; Yonatan|יונתן; Eitan|איתן; Noam|נועם',
    'Noa|נועה; Tamar|תמר; Maya|מאיה; Shira|שירה',
    'Dugmai|דוגמאי; Bar-Mashal|בר-משל; Hakimian|חכימיאן; Golani|גולני',
  ],
  greek: [
    'Georgios|Γεώργιος; Nikolaos|Νικόλαος; Dimitris|Δημήτρης; Kostas|Κώστας',
    'Eleni|Ελένη; Maria|Μαρία; Katerina|Κατερίνα; Sofia|Σοφία',
    'Paradeigmas|Παραδείγμας; Deigmatidis|Δειγματίδης; Thalassinos|Θαλασσινός; Vounas|Βουνάς',
  ],
  bulgarian: [
    'Georgi|Георги; Dimitar|Димитър; Ivaylo|Ивайло; Stoyan|Стоян',
    'Elena|Елена; Desislava|Десислава; Tsvetelina|Цветелина; Radka|Радка',
    'Primerov|Примеров; Obraztsov|Образцов; Gorski|Горски; Polyanov|Полянов',
  ],
  ukrainian: [
    'Oleksandr|Олександр; Andrii|Андрій; Mykola|Микола; Taras|Тарас',
    'Oksana|Оксана; Yuliia|Юлія; Nataliia|Наталія; Sofiia|Софія',
    'Zrazkovenko|Зразковенко; Prykladenko|Прикладенко; Stepovyi|Степовий; Lisovska|Лісовська',
  ],
  indian: [
    'Arjun|अर्जुन; Rahul|राहुल; Vikram|विक्रम; Aditya|आदित्य; Suresh|सुरेश',
    'Priya|प्रिया; Ananya|अनन्या; Kavita|कविता; Deepika|दीपिका; Lakshmi|लक्ष्मी',
    'Namunkar|नमूनकर; Udaharan|उदाहरण; Sharmila|शर्मिला; Patilwar|पाटिलवार; Deshpal|देशपाल; Iyerson|अय्यरसन',
  ],
  japanese: [
    'Haruto|陽翔; Ren|蓮; Takumi|匠; Kenji|健二; Satoshi|聡',
    'Yui|結衣; Sakura|桜; Aoi|葵; Misaki|美咲; Hana|花',
    'Mihonda|見本田; Reiyama|例山; Tameshi|試; Kasorino|仮野; Shirakawa|白川',
  ],
  chinese: [
    'Wei|伟; Hao|浩; Junjie|俊杰; Yichen|奕辰',
    'Fang|芳; Xiuying|秀英; Meiling|美玲; Yuhan|雨涵',
    'Yang|样; Shi|示; Li|例; Zhang|章; Lin|林',
  ],
  korean: [
    'Minjun|민준; Jihoon|지훈; Seojun|서준; Hyunwoo|현우',
    'Seoyeon|서연; Jiwoo|지우; Minji|민지; Hayun|하윤',
    'Gyeon|견; Ye|예; Pyo|표; Seon|선; Namgung|남궁',
  ],
  thai: [
    'Somchai|สมชาย; Anan|อนันต์; Prasert|ประเสริฐ; Niran|นิรันดร์',
    'Somying|สมหญิง; Malee|มาลี; Kanya|กัญญา; Pim|พิม',
    'Tuayangdee|ตัวอย่างดี; Baepchan|แบบฉัน; Jaidee|ใจดี; Thongsuk|ทองสุข',
  ],
} as const satisfies Record<string, readonly [men: string, women: string, family: string]>
