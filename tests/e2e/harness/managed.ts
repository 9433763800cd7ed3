import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { browserUnderTest, BUILT, startRig, type Rig } from './rig.ts'

/** Where Chromium on Linux looks; Chrome and Edge look elsewhere. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed'
const GECKO_ID = 'source-context@source-context.example'

/** Whether this machine lets us set policies: Chromium takes them from a folder of root's only. */
export function canManage(): boolean {
  return (
    browserUnderTest() === 'firefox' || (process.platform === 'linux' && process.getuid?.() === 0)
  )
}

/**
 * A browser whose organisation has set `policy`. It speaks of one copy of the extension alone, whose
 * folder, and with it the identifier in Chromium, is new each time: nobody else's browser is touched.
 */
export async function startManaged(policy: object): Promise<Rig> {
  const name = browserUnderTest()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'source-context-managed-')))
  const extension = join(folder, 'extension')
  cpSync(BUILT[name], extension, { recursive: true })
  const file =
    name === 'chromium'
      ? join(CHROMIUM_POLICIES, `source-context-test-${chromiumId(extension)}.json`)
      : join(folder, '.mozilla/managed-storage', `${GECKO_ID}.json`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    JSON.stringify(name === 'chromium' ? forChromium(extension, policy) : forFirefox(policy)),
  )
  const before = process.env['E2E_EXTENSION']
  process.env['E2E_EXTENSION'] = extension
  const remove = () => {
    rmSync(file, { force: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const rig = await startRig(name, { home: folder })
    return { ...rig, close: () => rig.close().finally(remove) }
  } catch (error) {
    remove()
    throw error
  } finally {
    if (before === undefined) delete process.env['E2E_EXTENSION']
    else process.env['E2E_EXTENSION'] = before
  }
}

function forChromium(folder: string, policy: object): object {
  return { '3rdparty': { extensions: { [chromiumId(folder)]: policy } } }
}

function forFirefox(policy: object): object {
  return { name: GECKO_ID, description: 'A test', type: 'storage', data: policy }
}

/** Chromium names an unpacked extension after its folder: a digest, written in the letters a to p. */
function chromiumId(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
