import fc from 'fast-check'
import { applyEdit, type SettingsEdit } from '../../../core/settings/edit.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'

const site = fc.constantFrom(
  '*.one.example',
  'a.one.example',
  '*.two.example',
  'two.example',
  'file://',
)
const name = fc.constantFrom('ZTE', 'zte', 'Honor', 'the FCC warned')

/** Any change that a person can make, over few enough sites that changes meet. */
export const anyEdit: fc.Arbitrary<SettingsEdit> = fc.record(
  {
    choices: fc.record(
      {
        mode: fc.constantFrom('everywhere', 'listed'),
        density: fc.constantFrom('every', 'paragraph', 'page', 'none'),
        markZte: fc.boolean(),
        colourZte: fc.constantFrom('#000000', '#ffffff', '#123456'),
      },
      { requiredKeys: [] },
    ),
    sites: fc.array(fc.record({ site, state: fc.constantFrom('off', 'on', 'unset') }), {
      maxLength: 3,
    }),
    hidden: fc.array(
      fc.record({
        site,
        name,
        kind: fc.constantFrom('company', 'action'),
        state: fc.constantFrom('hidden', 'unset'),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

/** Settings as some changes at some times leave them. */
export const anySettings: fc.Arbitrary<Settings> = fc
  .array(fc.tuple(anyEdit, fc.integer({ min: 1, max: 50 })), { maxLength: 6 })
  .map((changes) =>
    changes.reduce((settings, [edit, at]) => applyEdit(settings, edit, at), DEFAULT_SETTINGS),
  )
