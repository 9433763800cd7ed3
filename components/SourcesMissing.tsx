import { say } from '../core/words.ts'
import { Notice } from './Notice.tsx'

type Props = {
  /** What the browser or the check of the index said. */
  fault: string
  retry(): void
}

/** The bundled sources are missing or damaged: without them there is nothing to show. */
export function SourcesMissing({ fault, retry }: Props) {
  return (
    <>
      <Notice
        title={say('state_sourcesMissing')}
        action={{ label: say('state_tryAgain'), run: retry }}
      >
        {say('state_sourcesMissingNote')}
      </Notice>
      <details class="fault">
        <summary>{say('state_wentWrong')}</summary>
        <p>{fault}</p>
      </details>
    </>
  )
}
