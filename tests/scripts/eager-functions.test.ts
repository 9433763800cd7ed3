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
  const bundle = `(function(){out.push(two());var a=1;function two(){return one()+1}
    function one(){return 1}async function wait(){}function*all(){yield a}
    out.push(a,[...all()].length,typeof wait,one.name)})();`

  test('do what they did, those called before they are declared too', () => {
    expect(run(bundle)).toEqual([2, 1, 1, 'function', 'one'])
    expect(run(makeEager(bundle))).toEqual(run(bundle))
  })
  test('are found where the bundle has a name', () => {
    expect(run(makeEager(`var bundle=${bundle}`))).toEqual(run(bundle))
  })
  test('stand in parentheses, each once', () => {
    const eager = makeEager(bundle)
    expect(eager.match(/\((?:async )?function\b/g)).toHaveLength(5)
    expect(eager).not.toMatch(/[;}]\s*function\b/)
  })
  test('are left where there are none', () => {
    const none = '(function(){out.push(1)})();'
    expect(makeEager(none)).toBe(none)
  })
  test.each(['', 'var a=1', 'function a(){}', '(()=>{})()'])('are not looked for in %j', (code) => {
    expect(() => makeEager(code)).toThrow('no bundle of one function')
  })
})
