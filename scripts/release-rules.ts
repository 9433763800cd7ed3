const VERSION = /^(\d+)\.(\d+)\.(\d+)$/

/** The version that comes after `now`; `wanted` is a part to raise or a version. Throws for others. */
export function nextVersion(now: string, wanted: string): string {
  const [major, minor, patch] = partsOf(now)
  if (wanted === 'major') return `${major + 1}.0.0`
  if (wanted === 'minor') return `${major}.${minor + 1}.0`
  if (wanted === 'patch') return `${major}.${minor}.${patch + 1}`
  const parts = partsOf(wanted)
  const at = parts.findIndex((part, index) => part !== partsOf(now)[index])
  if (at < 0 || (parts[at] ?? 0) < (partsOf(now)[at] ?? 0))
    throw new Error(`${wanted} is not later than ${now}`)
  return wanted
}

function partsOf(version: string): [number, number, number] {
  const [, major, minor, patch] = VERSION.exec(version) ?? []
  if (patch === undefined) throw new Error(`${version} is no version such as 1.2.3`)
  return [Number(major), Number(minor), Number(patch)]
}

/**
 * The changelog with what was unreleased under a version's own heading, and that section. Throws where
 * nothing is unreleased.
 */
export function moveUnreleased(
  text: string,
  version: string,
  day: string,
): { text: string; section: string } {
  const [, before = '', section = '', after = ''] =
    /^(.*?## Unreleased\n)(.*?)(\n## .*)?$/s.exec(text) ?? []
  if (section.trim() === '') throw new Error('CHANGELOG.md has nothing under Unreleased')
  return {
    text: `${before}\n## ${version} (${day})\n\n${section.trim()}\n${after}`,
    section: section.trim(),
  }
}
