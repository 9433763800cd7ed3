import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { OwnNames } from '../../core/packs/own-names.ts'
import type { MarkKind } from '../../core/settings/settings.ts'
import { say, sayList } from '../../core/words.ts'

/** A stretch of the tried text that a page would mark, and as what. */
export type TestedMark = { start: number; end: number; kind: MarkKind; name: string }

type Props = { names: OwnNames; test(names: OwnNames, text: string): Promise<TestedMark[]> }

/** A box for a text of one's own, and what would be marked in it. */
export function NameTest({ names, test }: Props) {
  const [text, setText] = useState('')
  const tested = useTest(names, text, test)
  return (
    <div class="name-test">
      <p class="text-field">
        <label for="name-test">{say('sources_testLabel')}</label>
        <textarea
          id="name-test"
          class="field"
          rows={3}
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </p>
      <div role="status">
        {tested && tested.text === text && text.trim() !== '' && (
          <>
            <p class="tried" dir="auto">
              {markText(text, tested.marks)}
            </p>
            <p class="soft">
              {tested.marks.length === 0
                ? say('sources_testNone')
                : say('sources_testMarks', {
                    names: sayList([...new Set(tested.marks.map((one) => one.name))]),
                  })}
            </p>
          </>
        )}
      </div>
    </div>
  )
}

type Tested = { text: string; marks: TestedMark[] }

function useTest(names: OwnNames, text: string, test: Props['test']): Tested | undefined {
  const [tested, setTested] = useState<Tested>()
  const key = JSON.stringify(names)
  useEffect(() => {
    if (text.trim() === '') return undefined
    let late = false
    void test(names, text).then(
      (marks) => late || setTested({ text, marks }),
      () => undefined,
    )
    return () => {
      late = true
    }
  }, [key, text])
  return tested
}

function markText(text: string, marks: TestedMark[]): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const { start, end, kind, name } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    parts.push(
      text.slice(at, start),
      <mark class={kind} title={name}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  return [...parts, text.slice(at)]
}
