import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserUnderTest, BUILT, startRig, type Rig } from './rig.ts'

/**
 * A browser with the built extension, one file of which was changed: for what happens when a part
 * of it fails. Throws where `change` changes nothing; the file is left out where it gives nothing.
 */
export async function startVariant(
  file: string,
  change: (text: string) => string | undefined,
): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'source-context-'))
  cpSync(BUILT[browserUnderTest()], folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${file} is as before: the variant is none`)
  if (changed === undefined) rmSync(join(folder, file))
  else writeFileSync(join(folder, file), changed)
  const before = process.env['E2E_EXTENSION']
  process.env['E2E_EXTENSION'] = folder
  try {
    const rig = await startRig()
    return {
      ...rig,
      close: async () => {
        await rig.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } finally {
    if (before === undefined) delete process.env['E2E_EXTENSION']
    else process.env['E2E_EXTENSION'] = before
  }
}
