import type { OwnNames } from './own-names.ts'

/**
 * One pattern of all forms that packs bring, in any case; it finds too much and never too little.
 * `undefined` where there are none.
 */
export function ownNamesPattern(packs: OwnNames[]): RegExp | undefined {
  const forms = packs.flatMap(({ entities }) =>
    entities.flatMap(({ name, aliases, of }) => (of === undefined ? [name, ...aliases] : aliases)),
  )
  if (forms.length === 0) return undefined
  // Whatever stands between the letters of a name may be another space or dash on a page, or a soft hyphen.
  const sources = forms.map((form) =>
    [...form.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) => word).join('[^\\p{L}\\p{N}]{1,4}'),
  )
  return new RegExp([...new Set(sources)].filter((source) => source !== '').join('|'), 'iu')
}
