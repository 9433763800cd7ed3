import type { ComponentChildren } from 'preact'
import { PAGES, type PageScheme } from '../core/settings/contrast.ts'
import { colourOf, markStyle } from '../core/settings/mark-style.ts'
import type { Choices, MarkKind } from '../core/settings/settings.ts'
import { say, sayParts } from '../core/words.ts'

/** A few words with marks as they would look, on a light and on a dark page. */
export function MarkPreview({ choices }: { choices: Choices }) {
  return (
    <div class="previews">
      <Preview choices={choices} page="light" label={say('options_previewLight')} />
      <Preview choices={choices} page="dark" label={say('options_previewDark')} />
    </div>
  )
}

type Props = { choices: Choices; page: PageScheme; label: string }

function Preview({ choices, page, label }: Props) {
  const { paper, ink } = PAGES[page]
  const mark = (kind: MarkKind, isOn: boolean, words: string) => (
    <Marked choices={choices} kind={kind} isOn={isOn && choices.density !== 'none'}>
      {words}
    </Marked>
  )
  const isFirst = choices.density === 'every'
  return (
    <figure>
      <figcaption class="soft">{label}</figcaption>
      {/* It tells nothing about anybody: only how words would look. */}
      <p style={{ background: paper, color: ink }}>
        {sayParts('options_preview', {
          huawei: mark('huawei', choices.markHuawei, 'Huawei'),
          zte: mark('zte', choices.markZte && isFirst, 'ZTE'),
          action: mark('action', choices.markAction && isFirst, say('options_previewAction')),
        })}
      </p>
    </figure>
  )
}

type MarkedProps = { choices: Choices; kind: MarkKind; isOn: boolean; children: ComponentChildren }

function Marked({ choices, kind, isOn, children }: MarkedProps) {
  if (!isOn) return <span>{children}</span>
  const { background, line } = markStyle(kind, choices.look, colourOf(choices, kind))
  return (
    <span class="mark" style={{ backgroundColor: background, textDecoration: line }}>
      {children}
    </span>
  )
}
