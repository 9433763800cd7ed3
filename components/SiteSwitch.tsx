type Props = {
  /** The site as people write it. */
  site: string
  off: boolean
  change(off: boolean): void
}

/** On or off for one site. */
export function SiteSwitch({ site, off, change }: Props) {
  return (
    <label class="switch">
      <span>{off ? 'Off' : 'On'}</span>
      <input
        type="checkbox"
        role="switch"
        aria-label={`Source Context on ${site}`}
        checked={!off}
        onChange={(event) => change(!event.currentTarget.checked)}
      />
    </label>
  )
}
