import type { LexiconEntity } from '../core/detect/lexicon.ts'
import { nameRules } from '../core/detect/name-rules.ts'
import type { LexiconFile } from './compile-lexicon.ts'
import type { Fault } from './fault.ts'
import { lineAt } from './fault.ts'
import type { CountryEntry } from './lexicon-schema.ts'

/** Doubled ids, unknown parents and governments, and names that two entities share unmarked. */
export function checkEntities(
  entities: LexiconEntity[],
  countries: CountryEntry[],
  files: LexiconFile[],
): Fault[] {
  const faults: Fault[] = []
  const report = (needle: string, message: string) => faults.push(faultAt(files, needle, message))
  const ids = new Set<string>()
  for (const entity of entities) {
    if (ids.has(entity.id)) report(`"${entity.id}"`, `the id "${entity.id}" is used twice`)
    ids.add(entity.id)
  }
  for (const { id, partOf } of entities) {
    if (partOf !== undefined && !ids.has(partOf))
      report(`"${id}"`, `"partOf" of "${id}" names "${partOf}", which is no entity`)
  }
  for (const { code, government } of countries) {
    if (!ids.has(government))
      report(`"${government}"`, `the government "${government}" of ${code} is no entity`)
  }
  for (const clash of findClashes(entities)) {
    report(
      JSON.stringify(clash.form),
      `"${clash.form}" is a name of ${clash.owners.join(' and ')}: mark each as "ambiguous" with "context"`,
    )
  }
  return faults
}

type Clash = { form: string; owners: string[] }

/** Written forms that two entities share, at least one of them without context words. */
function findClashes(entities: LexiconEntity[]): Clash[] {
  const byForm = new Map<string, { form: string; owner: string; marked: boolean }[]>()
  for (const entity of entities) {
    for (const rule of nameRules(entity)) {
      const key = rule.form.replaceAll('.', '').toLowerCase()
      const list = byForm.get(key) ?? []
      const marked =
        (rule.context?.length ?? 0) > 0 || rule.role === 'surname' || rule.role === 'official'
      byForm.set(key, [...list, { form: rule.form, owner: entity.id, marked }])
    }
  }
  return [...byForm.values()].flatMap((list) => {
    const owners = [...new Set(list.map((one) => one.owner))]
    const first = list[0]
    return owners.length > 1 && first && list.some((one) => !one.marked)
      ? [{ form: first.form, owners }]
      : []
  })
}

function faultAt(files: LexiconFile[], needle: string, message: string): Fault {
  const places = files.map((file) => ({ file, at: file.text.lastIndexOf(needle) }))
  const place = places.find((one) => one.at >= 0)
  if (!place) return { file: 'agencies.json', line: 1, message }
  return { file: place.file.name, line: lineAt(place.file.text, place.at), message }
}
