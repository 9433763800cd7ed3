import { useEffect, useRef, useState } from 'preact/hooks'
import type { MentionGroup, PlacedMention } from '../core/digest.ts'
import { KindMark } from './KindMark.tsx'

/** A mention in a frame. */
export type MentionRef = { frame: number; id: number }

type Props = {
  groups: MentionGroup[]
  /** The mention that the digest was opened at. */
  here: MentionRef | undefined
  reveal(at: MentionRef): void
}

/** How many of a group are listed before the rest is asked for. */
const FIRST = 3

/** What the page mentions, grouped; a click goes to the place. */
export function MentionList({ groups, here, reveal }: Props) {
  const actions = groups.filter((group) => group.kind === 'action')
  const companies = groups.filter((group) => group.kind === 'company')
  return (
    <>
      <GroupSection title="Agency actions" groups={actions} here={here} reveal={reveal} />
      <GroupSection title="Companies" groups={companies} here={here} reveal={reveal} />
    </>
  )
}

function GroupSection({ title, groups, here, reveal }: Props & { title: string }) {
  if (groups.length === 0) return null
  return (
    <section>
      <h2 class="sec label">{title}</h2>
      {groups.map((group) => (
        <Group key={group.key} group={group} here={here} reveal={reveal} />
      ))}
    </section>
  )
}

type GroupProps = Pick<Props, 'here' | 'reveal'> & { group: MentionGroup }

function Group({ group, here, reveal }: GroupProps) {
  const isHere = (mention: PlacedMention) =>
    here !== undefined && mention.id === here.id && mention.frame === here.frame
  const [all, setAll] = useState(false)
  const { mentions, documents } = group
  const open = all || mentions.slice(FIRST).some(isHere)
  const listed = open ? mentions : mentions.slice(0, FIRST)
  return (
    <section class="group">
      <h3>
        <KindMark kind={group.mark} />
        <span>
          {group.label}
          {mentions.length > 1 && <span class="n"> ×{mentions.length}</span>}
        </span>
        <span class="pill">{documents === 1 ? '1 document' : `${documents} documents`}</span>
      </h3>
      {listed.map((mention) => (
        <MentionRow
          key={`${mention.frame}:${mention.id}`}
          mention={mention}
          here={isHere(mention)}
          reveal={() => reveal({ frame: mention.frame, id: mention.id })}
        />
      ))}
      {mentions.length > FIRST && (
        <button class="act" aria-expanded={open} onClick={() => setAll(!open)}>
          {open ? 'Show fewer' : `Show all ${mentions.length}`}
        </button>
      )}
    </section>
  )
}

type RowProps = { mention: PlacedMention; here: boolean; reveal(): void }

function MentionRow({ mention, here, reveal }: RowProps) {
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'center' })
  }, [here])
  return (
    <button ref={row} class={here ? 'mention here' : 'mention'} onClick={reveal}>
      {shorten(mention.before, 'start')}
      <mark>{mention.surface}</mark>
      {shorten(mention.after, 'end')}
    </button>
  )
}

/** Characters of context shown beside a mention in its row. */
const REACH = 45

/** Whole words only, with an ellipsis where something is left out. */
function shorten(text: string, side: 'start' | 'end'): string {
  if (text.length <= REACH) return text
  if (side === 'end') return `${text.slice(0, REACH).replace(/\s\S*$/, '')}…`
  return `…${text.slice(-REACH).replace(/^\S*\s/, '')}`
}
