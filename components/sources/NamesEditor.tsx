import { useEffect, useState } from 'preact/hooks'
import {
  LONGEST_NAME,
  SHORTEST_NAME,
  type ClashChoice,
  type NameClash,
  type OwnName,
  type OwnNames,
} from '../../core/packs/own-names.ts'
import type { Entity } from '../../core/source-index.ts'
import { say } from '../../core/words.ts'
import { NameClashes } from './NameClashes.tsx'
import { NameTest, type TestedMark } from './NameTest.tsx'

type Props = {
  names: OwnNames
  /** Companies and agencies of the extension's own, for more names of them. */
  bundled: Pick<Entity, 'id' | 'kind' | 'name'>[]
  save(names: OwnNames): void
  findClashes(names: OwnNames): Promise<NameClash[]>
  test(names: OwnNames, text: string): Promise<TestedMark[]>
}

/** A pack's own companies, agencies and aliases, with a box to try them. */
export function NamesEditor({ names, bundled, save, findClashes, test }: Props) {
  const [draft, setDraft] = useState(names)
  const clashes = useClashes(draft, findClashes)
  const change = (entities: OwnName[]) => setDraft({ ...draft, entities })
  const decide = ({ form, keep }: ClashChoice) =>
    setDraft({
      ...draft,
      choices: [...draft.choices.filter((one) => one.form !== form), { form, keep }],
    })
  const edited = JSON.stringify(draft) !== JSON.stringify(names)
  return (
    <section class="names" aria-labelledby="names-title">
      <h3 id="names-title">{say('sources_namesTitle')}</h3>
      <p class="soft">{say('sources_namesNote')}</p>
      <ul>
        {draft.entities.map((entity) => (
          <li class="row" key={`${entity.kind} ${entity.name} ${entity.of ?? ''}`}>
            <span class="name">
              <b>
                <bdi>{entity.name}</bdi>
              </b>{' '}
              <span class="soft">
                <bdi>{[sayKind(entity), ...entity.aliases].join(', ')}</bdi>
              </span>
            </span>
            <button
              class="act"
              aria-label={say('sources_removeName', { name: entity.name })}
              onClick={() => change(draft.entities.filter((one) => one !== entity))}
            >
              {say('sources_remove')}
            </button>
          </li>
        ))}
      </ul>
      <AddName
        bundled={bundled}
        known={draft.entities}
        add={(entity) => change([...draft.entities, entity])}
      />
      <NameClashes clashes={clashes} choices={draft.choices} decide={decide} />
      <NameTest names={draft} test={test} />
      <div class="buttons">
        <button class="button main" disabled={!edited} onClick={() => save(draft)}>
          {say('sources_saveNames')}
        </button>
        {edited && (
          <button class="button" onClick={() => setDraft(names)}>
            {say('sources_discard')}
          </button>
        )}
      </div>
    </section>
  )
}

function useClashes(draft: OwnNames, find: Props['findClashes']): NameClash[] {
  const [clashes, setClashes] = useState<NameClash[]>([])
  const key = JSON.stringify(draft.entities)
  useEffect(() => {
    let late = false
    void find(draft).then(
      (found) => late || setClashes(found),
      () => undefined,
    )
    return () => {
      late = true
    }
  }, [key])
  return clashes
}

function sayKind({ kind, of }: OwnName): string {
  if (of !== undefined) return say('sources_moreNames')
  return kind === 'company' ? say('sources_company') : say('sources_agency')
}

type AddProps = {
  bundled: Props['bundled']
  known: OwnName[]
  add(entity: OwnName): void
}

const FURTHER = 'of '

function AddName({ bundled, known, add }: AddProps) {
  const [kind, setKind] = useState('company')
  const [name, setName] = useState('')
  const [aliases, setAliases] = useState('')
  const [fault, setFault] = useState<string>()
  const of = kind.startsWith(FURTHER)
    ? bundled.find((one) => one.id === kind.slice(FURTHER.length))
    : undefined
  const submit = (event: Event) => {
    event.preventDefault()
    const written = [...new Set(aliases.split(/[\n;]/).map((one) => one.trim()))].filter(Boolean)
    const shown = of?.name ?? name.trim()
    const found = faultOf(shown, written, of ? of.id : undefined, known)
    setFault(found)
    if (found !== undefined) return
    add({
      kind: of?.kind ?? (kind === 'agency' ? 'agency' : 'company'),
      name: shown,
      aliases: written.filter((one) => one !== shown),
      ...(of && { of: of.id }),
    })
    setName('')
    setAliases('')
  }
  return (
    <form class="add-name" onSubmit={submit}>
      <p class="text-field">
        <label for="name-kind">{say('sources_nameKind')}</label>
        <select
          id="name-kind"
          class="field"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value)}
        >
          <option value="company">{say('sources_company')}</option>
          <option value="agency">{say('sources_agency')}</option>
          <optgroup label={say('sources_moreNames')}>
            {bundled.map((one) => (
              <option key={one.id} value={`${FURTHER}${one.id}`}>
                {one.name}
              </option>
            ))}
          </optgroup>
        </select>
      </p>
      {!of && (
        <p class="text-field">
          <label for="name-name">{say('sources_nameShown')}</label>
          <input
            id="name-name"
            class="field"
            type="text"
            dir="auto"
            maxLength={LONGEST_NAME}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </p>
      )}
      <p class="text-field">
        <label for="name-aliases">{say('sources_aliases')}</label>
        <textarea
          id="name-aliases"
          class="field"
          rows={2}
          dir="auto"
          value={aliases}
          onInput={({ currentTarget }) => setAliases(currentTarget.value)}
        />
      </p>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button class="button" type="submit">
        {say('sources_addName')}
      </button>
    </form>
  )
}

function faultOf(
  name: string,
  aliases: string[],
  of: string | undefined,
  known: OwnName[],
): string | undefined {
  const forms = of === undefined ? [name, ...aliases] : aliases
  const isBad = (form: string) => form.length < SHORTEST_NAME || form.length > LONGEST_NAME
  if (forms.length === 0 || name === '') return say('sources_nameEmpty')
  const bad = forms.find(isBad)
  if (bad !== undefined)
    return say('sources_nameLength', { name: bad, least: SHORTEST_NAME, most: LONGEST_NAME })
  if (known.some((one) => one.name === name && one.of === of))
    return say('sources_nameKnown', { name })
  return undefined
}
