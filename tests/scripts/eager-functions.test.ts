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
  const bundle = `(function(){var two=()=>one()+1,a=1,all=function*(){yield a};let b=(a,2),wait=async()=>{};
    function one(){return 1}const none=()=>({}),own=[()=>1];
    out.push(two(),a,b,[...all()].length,typeof wait,one.name,none(),own[0]())})();`

  test('do what they did', () => {
    expect(run(bundle)).toEqual([2, 1, 2, 1, 'function', 'one', {}, 1])
    expect(run(makeEager(bundle))).toEqual(run(bundle))
  })
  test('are found where the bundle has a name', () => {
    expect(run(makeEager(`var bundle=${bundle}`))).toEqual(run(bundle))
  })
  test('are those that are variables, in parentheses, and no others', () => {
    const eager = makeEager(bundle)
    for (const name of ['two', 'all', 'wait', 'none']) expect(eager).toMatch(`${name}=(`)
    expect(eager).toMatch('own=[()=>1]')
    expect(eager.match(/\(function/g)).toHaveLength(2)
    expect(eager.length).toBe(bundle.length + 8)
  })
  test.each(['', 'var a=1', 'function a(){}', '(()=>{})()'])('are not looked for in %j', (code) => {
    expect(() => makeEager(code)).toThrow('no bundle of one function')
  })
  test('are missed where there are none', () => {
    expect(() => makeEager('(function(){function a(){}})();')).toThrow('no variable of this bundle')
  })
})
