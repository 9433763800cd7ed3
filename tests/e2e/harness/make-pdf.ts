/**
 * A small PDF file of one page of text for each list of lines, by hand: objects, a table of where they
 * are, and a trailer. `encrypted` says so in the trailer, as a file with a password does.
 */
export function makePdf(pages: string[][], { encrypted = false } = {}): string {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      streamOf(lines),
    ]),
    '<< /Title (Filing on handsets) /Author (A. Clerk) /CreationDate (D:20180611090000Z) >>',
    '<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <' +
      '00'.repeat(32) +
      '> /U <' +
      '11'.repeat(32) +
      '> >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = file.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const info = objects.length - 1
  const locked = encrypted
    ? ` /Encrypt ${objects.length} 0 R /ID [<${'22'.repeat(16)}> <${'22'.repeat(16)}>]`
    : ''
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${
    objects.length + 1
  } /Root 1 0 R /Info ${info} 0 R${locked} >>\nstartxref\n${table}\n%%EOF\n`
}

function streamOf(lines: string[]): string {
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')
  const content = `BT /F1 11 Tf 14 TL 72 720 Td\n${shown}\nET`
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}
