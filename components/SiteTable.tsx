import { useMemo, useState } from 'preact/hooks'
import type { SiteEntry } from '../core/settings/settings.ts'
import { coversSubdomains, hostOfKey, LOCAL_FILES, nameHost, nameSite } from '../core/site.ts'
import { say, sayCount } from '../core/words.ts'
import { VirtualList } from './VirtualList.tsx'

type Props = {
  entries: readonly SiteEntry[]
  /** Whether the list is of sites that are on. */
  listed: boolean
  /** Whether an organisation has decided about it. */
  isLocked(site: string): boolean
  remove(site: string): void
}

/** Height of a row, in px. */
const ROW = 44

/** The sites that are set apart, to search and to remove. */
export function SiteTable({ entries, listed, isLocked, remove }: Props) {
  const [words, setWords] = useState('')
  const sorted = useMemo(() => entries.toSorted(byName), [entries])
  const found = useMemo(() => sorted.filter((it) => matches(it, words)), [sorted, words])
  if (entries.length === 0)
    return <p class="soft none">{say(listed ? 'options_noneOn' : 'options_noneOff')}</p>
  return (
    <>
      <label class="find">
        <span>{say('options_searchSites')}</span>
        <input
          type="search"
          class="field"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <p class="soft tally" role="status">
        {words.trim()
          ? sayCount('options_sitesFound', entries.length, { found: found.length })
          : sayCount('options_siteCount', entries.length)}
      </p>
      <VirtualList
        rows={found.map((entry) => ({
          key: entry.site,
          height: ROW,
          draw: () => <Row entry={entry} listed={listed} isLocked={isLocked} remove={remove} />,
        }))}
      />
    </>
  )
}

function Row({ entry, listed, isLocked, remove }: { entry: SiteEntry } & Omit<Props, 'entries'>) {
  const { site, state } = entry
  const isExcepted = (state === 'on') !== listed
  return (
    <div class="row">
      <span class="name" title={hostOfKey(site)}>
        {nameOf(site)}
      </span>
      {isExcepted && (
        <span class="pill">{say(state === 'on' ? 'options_staysOn' : 'options_staysOff')}</span>
      )}
      <span class="soft reach">{sayReach(site)}</span>
      {isLocked(site) ? (
        <span class="soft">{say('options_locked')}</span>
      ) : (
        <button
          class="act"
          aria-label={say('options_removeSite', { site: nameOf(site) })}
          onClick={() => remove(site)}
        >
          {say('options_remove')}
        </button>
      )}
    </div>
  )
}

/** With its `www`, which tells hosts apart where only one of them is meant. */
function nameOf(site: string): string {
  return coversSubdomains(site) || site === LOCAL_FILES ? nameSite(site) : nameHost(site)
}

function sayReach(site: string): string {
  if (site === LOCAL_FILES) return ''
  return say(coversSubdomains(site) ? 'options_withSubdomains' : 'options_hostAlone')
}

function byName(a: SiteEntry, b: SiteEntry): number {
  return nameSite(a.site).localeCompare(nameSite(b.site))
}

function matches({ site }: SiteEntry, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return nameOf(site).toLowerCase().includes(wanted) || hostOfKey(site).includes(wanted)
}
