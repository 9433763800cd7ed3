import { useState } from 'preact/hooks'
import type { Captured, CapturedFacts } from '../../core/capture/captured.ts'
import { parseDate } from '../../core/capture/parse-date.ts'
import { LONGEST_AUTHOR, LONGEST_PUBLISHER, LONGEST_TITLE } from '../../core/capture/pick-facts.ts'
import type { DateValue } from '../../core/source-index.ts'
import { say, sayCount, type MessageKey } from '../../core/words.ts'
import { PackChoice, type PackOption } from './PackChoice.tsx'

/** The facts as a person left them. */
export type Corrected = {
  title: string | null
  publisher: string
  author?: string
  published: DateValue
}

type Props = {
  captured: Captured
  packs: PackOption[]
  /** The pack that is chosen at first; it cannot be changed where `fixed`. */
  pack: string
  fixed?: boolean
  busy: boolean
  save(corrected: Corrected, pack: string): void
  cancel(): void
}

/** How much of the text is shown before more is asked for, in characters. */
const PREVIEW = 1500

/** What was read of a page or a file, for a person to correct before it is kept. */
export function CaptureForm({ captured, packs, pack, fixed = false, busy, save, cancel }: Props) {
  const [facts, setFacts] = useState(() => draftOf(captured.facts))
  const [chosen, setChosen] = useState(pack)
  const [tried, setTried] = useState(false)
  const published = parseDate(facts.published, Date.now())
  const faults: { [Field in keyof Draft]?: string | undefined } = {
    publisher: facts.publisher.trim() === '' ? say('capture_needPublisher') : undefined,
    published: published ? undefined : say('capture_needDate'),
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!published || faults.publisher !== undefined)
      return focusFault(faults.publisher !== undefined)
    save({ ...trimmed(facts), published: keepBasis(published, captured.facts.published) }, chosen)
  }
  return (
    <form class="capture" onSubmit={submit} noValidate>
      {captured.whole && <p class="warning">{say('capture_whole')}</p>}
      {FIELDS.map(({ id, label, longest, note }) => (
        <TextField
          key={id}
          id={id}
          label={say(label)}
          note={note && say(note)}
          longest={longest}
          value={facts[id]}
          set={(value) => setFacts({ ...facts, [id]: value })}
          fault={tried ? faults[id] : undefined}
        />
      ))}
      {captured.facts.address !== null && (
        <p class="from">
          <span class="soft">{say('capture_address')}</span> <bdi>{captured.facts.address}</bdi>
        </p>
      )}
      {!fixed && <PackChoice packs={packs} chosen={chosen} choose={setChosen} />}
      <TextPreview text={captured.text} heading={fixed ? 'h3' : 'h2'} />
      <div class="buttons">
        <button class="button main" type="submit" disabled={busy}>
          {busy ? say('capture_saving') : say('capture_save')}
        </button>
        <button class="button" type="button" onClick={cancel}>
          {say('sources_cancel')}
        </button>
      </div>
    </form>
  )
}

type Draft = { title: string; publisher: string; author: string; published: string }

const FIELDS: { id: keyof Draft; label: MessageKey; longest: number; note?: MessageKey }[] = [
  { id: 'title', label: 'capture_title', longest: LONGEST_TITLE },
  { id: 'publisher', label: 'capture_publisher', longest: LONGEST_PUBLISHER },
  { id: 'author', label: 'capture_author', longest: LONGEST_AUTHOR },
  { id: 'published', label: 'capture_published', longest: 10, note: 'capture_dateNote' },
]

function draftOf({ title, publisher, author, published }: CapturedFacts): Draft {
  return { title, publisher, author, published: published?.value ?? '' }
}

function trimmed({ title, publisher, author }: Draft) {
  return {
    title: title.trim() === '' ? null : title.trim(),
    publisher: publisher.trim(),
    ...(author.trim() !== '' && { author: author.trim() }),
  }
}

/** A date that was left as it was read is as sure as it was. */
function keepBasis(date: DateValue, read: DateValue | undefined): DateValue {
  return read?.value === date.value ? read : { ...date, basis: 'looked-up' }
}

function focusFault(publisher: boolean): void {
  document.getElementById(publisher ? 'capture-publisher' : 'capture-published')?.focus()
}

type FieldProps = {
  id: string
  label: string
  note?: string | undefined
  longest: number
  value: string
  set(value: string): void
  fault?: string | undefined
}

function TextField({ id, label, note, longest, value, set, fault }: FieldProps) {
  const name = `capture-${id}`
  return (
    <p class="text-field">
      <label for={name}>{label}</label>
      <input
        id={name}
        class="field"
        type="text"
        dir="auto"
        maxLength={longest}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault !== undefined || note ? `${name}-note` : undefined}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      {(fault !== undefined || note) && (
        <span id={`${name}-note`} class={fault === undefined ? 'soft' : 'fault'}>
          {fault ?? note}
        </span>
      )}
    </p>
  )
}

type PreviewProps = { text: string; heading: 'h2' | 'h3' }

function TextPreview({ text, heading: Heading }: PreviewProps) {
  const [all, setAll] = useState(false)
  const paragraphs = (all ? text : text.slice(0, PREVIEW)).split(/\n\s*\n/)
  return (
    <section class="preview" aria-labelledby="capture-text">
      <Heading id="capture-text">
        {say('capture_text')}{' '}
        <span class="soft">{sayCount('capture_paragraphs', text.split(/\n\s*\n/).length)}</span>
      </Heading>
      {/* Focusable, so that the keys can scroll it. */}
      <div class="text" tabIndex={0} role="group" aria-labelledby="capture-text" dir="auto">
        {paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </div>
      {!all && text.length > PREVIEW && (
        <button class="act" type="button" onClick={() => setAll(true)}>
          {say('capture_showAll')}
        </button>
      )}
    </section>
  )
}
