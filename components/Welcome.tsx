import { say } from '../core/words.ts'
import { KindMark } from './KindMark.tsx'
import { OptionsSection } from './OptionsSection.tsx'
import { sayPromises } from './promises.ts'
import { ShortcutTable, type ShownShortcut } from './ShortcutList.tsx'
import { SiteSwitch } from './SiteSwitch.tsx'

type Props = {
  /** Whether pages may be read. */
  access: boolean
  /** Whether the marks on this page are off. */
  off: boolean
  shortcuts: ShownShortcut[]
  actions: {
    setOff(off: boolean): void
    openDigest(): void
    openSettings(): void
    grantAccess(): void
  }
}

/** The first page that a newcomer sees: everything on it can be tried where it is told. */
export function Welcome({ access, off, shortcuts, actions }: Props) {
  const digestKeys = shortcuts.find(({ name }) => name === 'open-digest')?.keys
  return (
    <main class="welcome">
      <header>
        <img src="/icon/48.png" alt="" />
        <h1>{say('welcome_title')}</h1>
      </header>
      <p class="lead">{say('welcome_lead')}</p>
      {!access && <AskForAccess grant={actions.grantAccess} />}
      <OptionsSection id="try" title={say('welcome_try')}>
        <p class="practice" lang="en" dir="ltr">
          {say('welcome_practice')}
        </p>
        <ol class="steps">
          <li>
            <h3>{say('welcome_marks')}</h3>
            <p>{say('welcome_marksNote')}</p>
            <MarkLegend />
          </li>
          <li>
            <h3>{say('welcome_card')}</h3>
            <p>{say('welcome_cardNote')}</p>
          </li>
          <li>
            <h3>{say('welcome_digest')}</h3>
            <p>{say('welcome_digestNote')}</p>
            <button class="button" onClick={actions.openDigest}>
              {say('popup_openDigest')}
            </button>{' '}
            {digestKeys && <kbd>{digestKeys}</kbd>}
          </li>
          <li>
            <h3>{say('welcome_switch')}</h3>
            <p>{say('welcome_switchNote')}</p>
            <SiteSwitch site={say('welcome_thisPage')} off={off} change={actions.setOff} />
          </li>
        </ol>
      </OptionsSection>
      <OptionsSection id="keys" title={say('options_shortcuts')}>
        <ShortcutTable shortcuts={shortcuts} />
      </OptionsSection>
      <OptionsSection id="promises" title={say('welcome_promises')}>
        <ul class="promises">
          {sayPromises().map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
      </OptionsSection>
      <button class="button" onClick={actions.openSettings}>
        {say('welcome_settings')}
      </button>
    </main>
  )
}

function AskForAccess({ grant }: { grant(): void }) {
  return (
    <div class="banner" role="alert">
      <p>{say('welcome_noAccess')}</p>
      <button class="button" onClick={grant}>
        {say('state_allowReading')}
      </button>
    </div>
  )
}

function MarkLegend() {
  return (
    <ul class="legend">
      <li>
        <KindMark kind="huawei" /> {say('welcome_legendHuawei')}
      </li>
      <li>
        <KindMark kind="zte" /> {say('welcome_legendZte')}
      </li>
      <li>
        <KindMark kind="action" /> {say('welcome_legendAction')}
      </li>
    </ul>
  )
}
