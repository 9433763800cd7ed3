import { describe, expect, test } from 'vitest'
import { quoteStrings } from '../../scripts/quoted-strings.ts'

describe('strings in quotes', () => {
  test.each([
    ['a(`b`)', 'a("b")'],
    ['a(`b\nc\\n\\u{1f600}\\\\`)', 'a("b\\nc\\n😀\\\\")'],
    ['a(`\\ud83d`)', 'a("\\ud83d")'],
    ['a(/`/,`b`,"`")', 'a(/`/,"b","`")'],
    ['a(b?`c`:{[`d`]:`e`},()=>{return`f`})', 'a(b?"c":{["d"]:"e"},()=>{return"f"})'],
    ['a(`b${c(`d`)}`)', 'a(`b${c("d")}`)'],
    ['if(a==`b`)for(;c(`d`);e(`f`))g(``)', 'if(a=="b")for(;c("d");e("f"))g("")'],
  ])('%s', (code, quoted) => {
    expect(quoteStrings(code)).toBe(quoted)
  })
  test.each([`it's`, '"it" is', `"it's"`, `"it" isn't`, '\\"\\', `\\"\\"\\'`, '\u2028\0'])(
    'mean what they did, in the quotes that take less to escape: %j',
    (text) => {
      const template = '`' + text.replaceAll('\\', '\\\\') + '`'
      const quoted = quoteStrings(`out(${template})`)
      // oxlint-disable-next-line no-new-func
      expect(new Function('out', `return ${quoted}`)((it: string) => it)).toBe(text)
      expect(quoted.length).toBeLessThanOrEqual(`out(${JSON.stringify(text)})`.length)
      expect(quoted).not.toMatch('`')
    },
  )
  test.each([
    'a`b`',
    'a`b${c}`.replace("`c`",1)',
    '`use strict`;a()',
    '(function(){`use strict`})()',
  ])('what a tag gets, and what would be a directive, are left: %s', (code) => {
    expect(quoteStrings(code)).toBe(code)
  })
})
