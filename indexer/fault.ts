/** Something wrong with an input; `line` counts from 1 and is 1 where the whole file is meant. */
export type Fault = { file: string; line: number; message: string }

/** `file:line: message`, as editors and terminals link it. */
export function formatFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`
}

/** Line (from 1) on which the character at `offset` stands; any of CRLF, LF, CR ends a line. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length
}
