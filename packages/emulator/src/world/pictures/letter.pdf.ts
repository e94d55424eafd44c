import PdfFile from 'pdfkit'
import type { Cast } from '../cast.ts'
import { FONT_FILES } from './canvas.ts'
import { paperOf } from './card.ts'
import type { Letter } from './letter.ts'
import { collectPdf } from './pdf.bytes.ts'

/** The same letter as a small PDF; the same letter gives the same bytes. */
export async function letterPdf(cast: Cast, page: Letter): Promise<Uint8Array> {
  const made = new Date(cast.createdAt)
  const pdf = new PdfFile({
    size: 'A4',
    margin: 56,
    compress: true,
    info: { Title: page.title, Producer: 'Specimen Writer 4', CreationDate: made, ModDate: made },
  })
  const bytes = collectPdf(pdf)
  const { ink } = paperOf(page.issuer)
  pdf.registerFont('text', FONT_FILES.regular).registerFont('strong', FONT_FILES.bold)
  pdf.rect(0, 0, 595, 8).fill(ink)
  pdf.fillColor(ink).font('strong').fontSize(20).text(page.issuer, 56, 54)
  pdf.fillColor('#46505c').font('text').fontSize(11).text(page.date, 56, 84, { align: 'right' })
  pdf.fillColor('#1f2733').fontSize(13)
  pdf.text(page.to.join('\n'), 56, 150, { width: 340, lineGap: 4 })
  pdf.font('strong').fontSize(17).text(page.title, 56, 280)
  pdf.font('text').fontSize(12)
  page.rows.forEach(([name, value], i) => {
    const y = 330 + i * 28
    pdf.fillColor('#46505c').text(name, 56, y).fillColor('#1f2733').text(value, 300, y, { width: 239, align: 'right' })
    pdf
      .moveTo(56, y + 20)
      .lineTo(539, y + 20)
      .lineWidth(0.6)
      .stroke('#cfd5db')
  })
  pdf.fillColor('#5b6571').fontSize(10).text(page.note, 56, 680)
  pdf.fillColor('#8a939d').fontSize(9).text('Specimen document of an invented issuer. Not valid.', 56, 760)
  pdf
    .save()
    .rotate(-32, { origin: [297, 421] })
    .fillColor('#c0392b')
    .fillOpacity(0.12)
    .font('strong')
    .fontSize(92)
    .text('SPECIMEN', 60, 380, { lineBreak: false })
    .restore()
  pdf.end()
  return bytes
}
