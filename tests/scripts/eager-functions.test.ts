import { describe, expect, test } from 'vitest'
import { makeEager } from '../../scripts/eager-functions.ts'

/** What a bundle puts into `out` when it runs. */
function run(code: string): unknown[] {
  const out: unknown[] = []
  // oxlint-disable-next-line no-new-func
  new Function('out', code)(out)
  return out
}

describe('functions that are compiled with their script', () => {
  const bundle = `(function(){out.push(two());var a=1,none=()=>({});function*all(){"use eager";yield a}
    function two(){"use eager";return one()+1}function one(){return 1}
    async function wait(){'use eager'}function last(b,c={d:1}){"use eager";return b+c.d}
    out.push([...all()].length,typeof wait,two.name,none(),last(1))})();`

  test('do what they did, those called before they are declared too', () => {
    expect(run(bundle)).toEqual([2, 1, 'function', 'two', {}, 2])
    expect(run(makeEager(bundle))).toEqual(run(bundle))
  })
  test('are found where the bundle has a name', () => {
    expect(run(makeEager(`var bundle=${bundle}`))).toEqual(run(bundle))
  })
  test('are those that say so, in parentheses, and no others', () => {
    const eager = makeEager(bundle)
    expect(eager).toMatch(/all=\(function\*all\(\)\{yield a\}\)/)
    expect(eager).toMatch(/two=\(function two\(\)\{return/)
    expect(eager).toMatch(/wait=\(async function wait\(\)\{\}\)/)
    expect(eager).toMatch(/last=\(function last\(b,c=\{d:1\}\)\{return/)
    expect(eager).toMatch(/none=\(\)=>/)
    expect(eager).toMatch(/function one/)
    expect(eager).not.toMatch('use eager')
  })
  test('are left where there are none', () => {
    const none = '(function(){function a(){}out.push(1)})();'
    expect(makeEager(none)).toBe(none)
  })
  test.each(['', 'var a=1', 'function a(){}', '(()=>{})()'])('are not looked for in %j', (code) => {
    expect(() => makeEager(code)).toThrow('no bundle of one function')
  })
  test.each([
    '(function(){function a(){return()=>{"use eager"}}})();',
    '(function(){var a=()=>{"use eager"}})();',
  ])('are declared beside each other, and not as in %j', (inner) => {
    expect(() => makeEager(inner)).toThrow('stands in an inner function')
  })
})
