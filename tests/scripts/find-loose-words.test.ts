import { describe, expect, it } from 'vitest'
import { findLooseWords } from '../../scripts/find-loose-words.ts'

const found = (code: string) => findLooseWords('view.tsx', code).map(({ text }) => text)

describe('strings left in code', () => {
  it.each([
    ['an element’s text', '<b>Open</b>', ['Open']],
    ['one of two texts', '<b>{on ? "On" : say("off")}</b>', ['On']],
    ['a text with a value in it', '<b>{`${n} found`}</b>', ['found']],
    ['an attribute that is spoken', '<b aria-label="Close" />', ['Close']],
    ['an attribute that is spoken, made up', '<b title={`Read ${n}`} />', ['Read']],
    ['prose in a variable', 'const note = "Nothing is here."', ['Nothing is here.']],
    ['a label in a list', 'const tabs = [{ id: "page", label: "Page" }]', ['Page']],
    ['prose handed to a function', 'announce("Nothing is here.")', ['Nothing is here.']],
  ])('finds %s', (_, code, words) => {
    expect(found(code)).toEqual(words)
  })

  it.each([
    ['a class', '<b class="pill soft" />'],
    ['a class that depends', '<b class={on ? "pill soft" : "pill"} />'],
    ['an attribute for the browser', '<button type="button" role="tab" />'],
    ['a comparison', '<b>{kind === "company" ? name : other}</b>'],
    ['the name of a message', '<b>{say("card_close")}</b>'],
    ['the name of a message in a list', 'const tabs = [{ label: "digest_tabPage" }]'],
    ['a company’s name', '<b>Huawei</b>'],
    ['an example of an address', '<input placeholder="news.example.org" />'],
    ['a style', 'const style = "all: initial; position: fixed"'],
    ['a media query', 'matchMedia("(prefers-color-scheme: dark)")'],
    ['an error for developers', 'throw new Error("The file is gone")'],
    ['a directive', 'function read() { "use eager" }'],
    ['a module’s name', 'import { a } from "./a b.ts"'],
    ['marks without letters', '<b> · </b>'],
    ['a name of an event', 'node.addEventListener("pointerdown", run)'],
  ])('leaves %s alone', (_, code) => {
    expect(found(code)).toEqual([])
  })

  it('says the line', () => {
    expect(findLooseWords('view.tsx', 'const a = 1\n\nconst b = "two words"')[0]?.line).toBe(3)
  })
})
