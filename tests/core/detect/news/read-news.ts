import fs from 'node:fs'

/** A mark that a careful reader would make; `optional` ones give neither credit nor penalty. */
export type ExpectedMark = {
  start: number
  end: number
  surface: string
  optional: boolean
  agency: string
  /** Any of these is right; empty where it does not matter. */
  actions: string[]
  targets: string[]
}

/** One text with what is to be marked in it. */
export type NewsText = { name: string; text: string; marks: ExpectedMark[] }

const MARK = /\[([^\]:]+): ([^\]]+)\]/g

/** The texts of a labelled file; its first lines give the notation. */
export function readNews(file: string): NewsText[] {
  const parts = fs.readFileSync(new URL(file, import.meta.url), 'utf8').split(/^== (.*)\n/m)
  return parts.slice(1).flatMap((name, i, all) => {
    const body = i % 2 === 0 ? all[i + 1] : undefined
    return body === undefined ? [] : [readText(name, body.trim())]
  })
}

function readText(name: string, labelled: string): NewsText {
  const marks: ExpectedMark[] = []
  let removed = 0
  const text = labelled.replace(MARK, (whole, label: string, surface: string, at: number) => {
    const start = at - removed
    removed += whole.length - surface.length
    const [agency = '', actions = '', targets = ''] = label.split(' ')
    const optional = label.includes('?')
    marks.push({
      start,
      end: start + surface.length,
      surface,
      optional,
      agency,
      actions: actions.split('/'),
      targets: targets.split('/'),
    })
    return surface
  })
  return { name, text, marks }
}

/** The same where every line is a text of its own. */
export function readNewsLines(file: string): NewsText[] {
  const parts = fs.readFileSync(new URL(file, import.meta.url), 'utf8').split(/^== (.*)\n/m)
  return parts.slice(1).flatMap((name, i, all) => {
    const lines = i % 2 === 0 ? (all[i + 1] ?? '').split('\n') : []
    return lines.filter((line) => line !== '').map((line) => readText(name, line))
  })
}
