import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../components/Notice.tsx'
import { CaptureForm, type Corrected } from '../../components/sources/CaptureForm.tsx'
import { NEW_PACK } from '../../components/sources/PackChoice.tsx'
import type { Captured } from '../../core/capture/captured.ts'
import { BUNDLED, type PackId } from '../../core/packs/pack.ts'
import { say } from '../../core/words.ts'
import { captureTab, type TabCapture } from '../../extension/capture-tab.ts'
import { requestHostAccess } from '../../extension/host-access.ts'
import { openSources, returnToTab } from '../../extension/open-sources.ts'
import { packFor } from './pack-for.ts'
import { SavedPage } from './SavedPage.tsx'
import { library, toError, useLibrary } from './use-library.ts'

type Step =
  | { name: 'reading' }
  | Exclude<TabCapture, { name: 'captured' }>
  | { name: 'form'; captured: Captured; at: number; busy: boolean; fault?: string }
  | { name: 'saved'; number: number; known: boolean; pack: PackId }

/** Adds the page in a tab to the sources: read, corrected, kept. */
export function AddPageApp({ tabId }: { tabId: number }) {
  const [step, setStep] = useState<Step>({ name: 'reading' })
  const { state, version } = useLibrary()
  const read = () =>
    void captureTab(tabId).then((read) =>
      setStep(
        read.name === 'captured'
          ? { name: 'form', captured: read.captured, at: Date.now(), busy: false }
          : read,
      ),
    )
  useEffect(read, [tabId])
  const back = async () => {
    if (!(await returnToTab(tabId))) await openSources()
  }
  return (
    <main class="options sources">
      <header>
        <img src="/icon/48.png" alt="" />
        <h1>{say('capture_heading')}</h1>
        <a class="act" href="/sources.html">
          {say('sources_title')}
        </a>
      </header>
      {state instanceof Error && (
        <p class="warning" role="alert">
          {state.message}
        </p>
      )}
      {step.name === 'form' && state && !(state instanceof Error) ? (
        <>
          {step.fault !== undefined && (
            <p class="warning" role="alert">
              {step.fault}
            </p>
          )}
          <CaptureForm
            captured={step.captured}
            packs={state.packs
              .filter((pack) => pack.id !== BUNDLED && pack.deleted === undefined)
              .map(({ id, name }) => ({ id, name }))}
            pack={lastPack(state.packs.map((pack) => pack.id))}
            busy={step.busy}
            save={(corrected, pack) => void save(step, corrected, pack, setStep)}
            cancel={() => void back()}
          />
        </>
      ) : step.name === 'saved' ? (
        <SavedPage {...step} version={version} back={() => void back()} />
      ) : (
        <Unread step={step} again={read} />
      )}
    </main>
  )
}

type FormStep = Extract<Step, { name: 'form' }>

async function save(
  step: FormStep,
  corrected: Corrected,
  chosen: PackId,
  setStep: (step: Step) => void,
): Promise<void> {
  setStep({ ...step, busy: true })
  try {
    const pack = await packFor(chosen)
    const { kind, text, facts } = step.captured
    const [added] = await library.add(pack, [
      { kind, text, ...corrected, address: facts.address, captured: step.at },
    ])
    if (added?.name === 'refused') throw new Error(added.why)
    if (!added) throw new Error(say('capture_unreadable'))
    localStorage.setItem(LAST_PACK, pack)
    const number = added.name === 'added' ? added.document.number : added.number
    setStep({ name: 'saved', number, known: added.name === 'known', pack })
  } catch (fault) {
    setStep({ ...step, busy: false, fault: toError(fault).message })
  }
}

/** The pack that something was put into last is most likely meant again. */
const LAST_PACK = 'last-pack'

function lastPack(packs: PackId[]): PackId {
  const own = packs.filter((id) => id !== BUNDLED)
  const last = localStorage.getItem(LAST_PACK)
  return own.find((id) => id === last) ?? own[0] ?? NEW_PACK
}

function Unread({ step, again }: { step: Step; again(): void }) {
  if (step.name === 'private')
    return <Notice title={say('capture_private')}>{say('capture_privateNote')}</Notice>
  if (step.name === 'empty')
    return (
      <Notice
        title={say('capture_noArticle')}
        action={{ label: say('state_tryAgain'), run: again }}
      >
        {say('capture_noArticleNote')}
      </Notice>
    )
  if (step.name === 'unreadable')
    return (
      <Notice
        title={say('capture_closed')}
        action={{
          label: say('state_allowReading'),
          run: () => void requestHostAccess().then(again),
        }}
      >
        {say('capture_closedNote')}
      </Notice>
    )
  return <Notice title={say('capture_reading')}>{say('state_oneMoment')}</Notice>
}
