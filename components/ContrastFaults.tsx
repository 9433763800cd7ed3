import type { ContrastFault } from '../core/settings/contrast.ts'
import { say } from '../core/words.ts'

/** Warns of marks that would be hard to see; they are made as chosen all the same. */
export function ContrastFaults({ faults }: { faults: ContrastFault[] }) {
  return (
    <div role="status">
      {faults.length > 0 && (
        <div class="warning">
          <p>{say('options_hardToSee')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.kind}${fault.part}${fault.page}`}>{sayFault(fault)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

const SENTENCES = {
  light: {
    line: 'options_contrastLightLine',
    ground: 'options_contrastLightGround',
    words: 'options_contrastLightWords',
  },
  dark: {
    line: 'options_contrastDarkLine',
    ground: 'options_contrastDarkGround',
    words: 'options_contrastDarkWords',
  },
} as const

function sayFault({ kind, part, page, contrast, least }: ContrastFault): string {
  // Rounded down, so that what is too little never reads as enough.
  const has = Math.floor(contrast * 100) / 100
  return say(SENTENCES[page][part], { kind: sayKind(kind), has, least })
}

function sayKind(kind: ContrastFault['kind']): string {
  if (kind === 'action') return say('options_contrastAction')
  return kind === 'huawei' ? 'Huawei' : 'ZTE'
}
