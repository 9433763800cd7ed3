import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, editForReset } from '../../core/settings/edit.ts'
import { LONGEST_FILE, writeSettingsFile } from '../../core/settings/settings-file.ts'
import { DEFAULT_SETTINGS, hiddenKey, type Settings } from '../../core/settings/settings.ts'
import { importFile, importText } from '../../entrypoints/options/import-file.ts'
import { anySettings } from '../core/settings/arbitrary-settings.ts'
import { HOSTILE_FILES } from './hostile-files.ts'

const NOW = '2026-05-04T03:02:01.000Z'
const fileOf = (bytes: string | Uint8Array<ArrayBuffer>) => new File([bytes], 'settings.json')

function visible({ choices, sites, hidden }: Settings) {
  return {
    choices,
    sites: sites
      .filter(({ state }) => state !== 'unset')
      .map(({ site, state }) => [site, state].join()),
    hidden: hidden.filter(({ state }) => state === 'hidden').map(hiddenKey),
  }
}

describe('a file of settings', () => {
  it('brings back on another device what was exported', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = importText(writeSettingsFile(settings, NOW))
        if ('fault' in read) throw new Error(read.fault)
        const there = visible(applyEdit(DEFAULT_SETTINGS, read.edit, 1))
        expect(there).toEqual(visible(settings))
      }),
    )
  })

  it('adds to what is there, and takes no site away', () => {
    const here = applyEdit(DEFAULT_SETTINGS, { sites: [{ site: 'here.example', state: 'off' }] }, 1)
    const there = applyEdit(editless(), { sites: [{ site: 'there.example', state: 'off' }] }, 1)
    const read = importText(writeSettingsFile(there, NOW))
    if ('fault' in read) throw new Error(read.fault)
    expect(visible(applyEdit(here, read.edit, 2)).sites).toEqual([
      'here.example,off',
      'there.example,off',
    ])
  })

  it('may hold ten thousand sites', () => {
    const sites = Array.from({ length: 10_000 }, (_, at) => ({
      site: `*.site-${at}.example`,
      state: 'off' as const,
      at: 1,
    }))
    const text = writeSettingsFile({ ...DEFAULT_SETTINGS, sites }, NOW)
    expect(text.length).toBeLessThan(LONGEST_FILE)
    const read = importText(text)
    expect(read).toMatchObject({ sentence: expect.stringMatching(/^Imported: 10\D?000 sites/) })
  })

  it('may begin with a byte order mark, and leave parts out', async () => {
    const text =
      '\uFEFF{"format":"source-context-settings","version":2,"choices":{"markZte":false}}'
    expect(await importFile(fileOf(text))).toMatchObject({
      edit: { choices: { markZte: false }, sites: [], hidden: [] },
    })
  })

  it('is refused where it is no text, or larger than any export', async () => {
    expect(await importFile(fileOf(new Uint8Array([0xff, 0xfe, 0x00, 0xd8])))).toMatchObject({
      fault: expect.stringContaining('no text in UTF-8'),
    })
    expect(await importFile(fileOf(' '.repeat(LONGEST_FILE + 1)))).toMatchObject({
      fault: expect.stringContaining('too large'),
    })
  })

  it.each(HOSTILE_FILES)(
    'with %s changes nothing and says where it is wrong',
    (_what, text, said) => {
      const read = importText(text)
      expect(read).not.toHaveProperty('edit')
      expect(read).toMatchObject({ fault: expect.stringMatching(said) })
      expect(read).toMatchObject({
        fault: expect.stringMatching(/^Nothing was imported\. Line \d+: /),
      })
    },
  )
})

function editless(): Settings {
  return applyEdit(DEFAULT_SETTINGS, editForReset(DEFAULT_SETTINGS), 0)
}
