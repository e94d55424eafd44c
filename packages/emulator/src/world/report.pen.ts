const LEFT = 48
const WIDTH = 499
const BOTTOM = 770
const OTHER_SCRIPT = /[\u0530-\u1dff\u2e80-\uffff]/

/** Writes headings, tables and pictures one below the other, turning the page when one is full. */
export class ReportPen {
  readonly #pdf: PDFKit.PDFDocument

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf
  }

  title(kicker: string, title: string): void {
    this.#pdf.font('strong').fontSize(10).fillColor('#2357d8').text(kicker.toUpperCase(), LEFT, 64, { characterSpacing: 1 })
    this.#write(title, 22, '#16191f', true)
    this.#pdf.moveDown(0.6)
  }

  heading(text: string): void {
    this.#room(70)
    this.#pdf.moveDown(0.9)
    this.#write(text, 13, '#16191f', true)
    this.#pdf.moveDown(0.3)
    this.#pdf
      .moveTo(LEFT, this.#pdf.y)
      .lineTo(LEFT + WIDTH, this.#pdf.y)
      .lineWidth(0.7)
      .stroke('#c9d0d8')
    this.#pdf.y += 6
  }

  line(text: string, strong = false): void {
    this.#room(30)
    this.#write(text, 9.5, strong ? '#16191f' : '#4a5462', strong)
  }

  table(rows: readonly (readonly [string, string])[]): void {
    for (const [label, value] of rows) {
      const shown = value.length > 600 ? `${value.slice(0, 600)}…` : value
      this.#font(shown, false)
      const height = Math.max(14, this.#pdf.fontSize(9.5).heightOfString(shown, { width: 320 }) + 4)
      this.#room(height)
      const { y } = this.#pdf
      this.#pdf.font('text').fontSize(9).fillColor('#667080').text(label, LEFT, y, { width: 168, height: 12, ellipsis: true })
      this.#font(shown, false)
      this.#pdf
        .fontSize(9.5)
        .fillColor('#16191f')
        .text(shown, LEFT + 178, y, { width: 320 })
      this.#pdf.y = y + height
    }
    this.#pdf.x = LEFT
  }

  pictures(list: readonly { caption: string; bytes: Uint8Array | undefined }[]): void {
    const cell = { width: 160, height: 130 }
    list.forEach((picture, i) => {
      if (i % 3 === 0) {
        this.#room(cell.height + 26)
        if (i > 0) this.#pdf.y += cell.height + 26
        this.#room(cell.height + 26)
      }
      const x = LEFT + (i % 3) * (cell.width + 9)
      const { y } = this.#pdf
      if (picture.bytes === undefined) {
        this.#pdf.rect(x, y, cell.width, cell.height).lineWidth(0.7).stroke('#c9d0d8')
        this.#pdf
          .font('text')
          .fontSize(9)
          .fillColor('#667080')
          .text('Not available as a picture', x + 10, y + 58, { width: cell.width - 20, align: 'center' })
      } else this.#pdf.image(Buffer.from(picture.bytes), x, y, { fit: [cell.width, cell.height], align: 'center', valign: 'center' })
      this.#pdf
        .font('text')
        .fontSize(8.5)
        .fillColor('#667080')
        .text(picture.caption, x, y + cell.height + 5, { width: cell.width, lineBreak: false })
      this.#pdf.y = y
    })
    this.#pdf.x = LEFT
    this.#pdf.y += cell.height + 24
  }

  /** Page numbers and the stamp, once all pages exist. */
  footers(text: string): void {
    const { start, count } = this.#pdf.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      this.#pdf.switchToPage(page)
      // Below the bottom margin pdfkit would begin a new page; without a margin it writes where told.
      this.#pdf.page.margins.bottom = 0
      this.#pdf
        .font('text')
        .fontSize(8)
        .fillColor('#8a939d')
        .text(`${text} · page ${page - start + 1} of ${count}`, LEFT, 806, { width: WIDTH, lineBreak: false })
    }
  }

  #write(text: string, size: number, colour: string, strong: boolean): void {
    this.#font(text, strong)
    this.#pdf.fontSize(size).fillColor(colour).text(text, LEFT, this.#pdf.y, { width: WIDTH })
  }

  #font(text: string, strong: boolean): void {
    this.#pdf.font(OTHER_SCRIPT.test(text) ? 'wide' : strong ? 'strong' : 'text')
  }

  #room(height: number): void {
    if (this.#pdf.y + height <= BOTTOM) return
    this.#pdf.addPage()
    this.#pdf.x = LEFT
    this.#pdf.y = 64
  }
}
