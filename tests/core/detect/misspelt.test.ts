import { describe, expect, it } from 'vitest'
import { companiesIn, detector } from './find-mentions.ts'

const suggestions = (text: string) =>
  detector
    .detectMentions(text)
    .flatMap((one) =>
      one.kind === 'company' && one.suggested ? [text.slice(one.start, one.end)] : [],
    )

describe('misspelt names', () => {
  it.each([
    'Huwaei',
    'Hauwei',
    'Huawai',
    'Huwawei',
    'Hauwai',
    'Huaweii',
    'Huawie',
    'HUWAEI',
    'Huawey',
    'Huavei',
    'Huavey',
    'Huaway',
    'Huwai',
    'Huwaie',
    'Huwawai',
    'Huwawie',
    'Hawawei',
    'Houawei',
    'HUAVEI',
  ])('are asked about: %s', (name) => {
    expect(suggestions(`The ${name} phone is new.`)).toEqual([name])
  })
  it('keep a possessive outside', () => {
    expect(suggestions("Huwaei's phone is new.")).toEqual(['Huwaei'])
  })
  it.each(['Huawei', 'HUAWEI', 'huawei', 'Huawei Technologies', 'ZTE'])(
    'are not what is spelt right: %s',
    (name) => {
      expect(suggestions(`${name} phones are new.`)).toEqual([])
      expect(companiesIn(`${name} phones are new.`)).toHaveLength(1)
    },
  )
  it.each(
    'Hawaii Hawaiian Huaihe Huahei Kuwait Haiwei Huawen Huaren Huaxi Huaihai Hanwei Hongwei Haiwai Hawai Huiwei Howie Huwei Jiuwei Hua Wei-Ling Huelva Huawa Huavi Hauwa Houwei Huwaidi Hawawi Halfway Hemway Galloway Huai Wai Havel Hallway Highway Hathaway Harwell Hewitt ZTEC ZET ZTA TZE'.split(
      ' ',
    ),
  )('leaves another name alone: %s', (name) => {
    expect(companiesIn(`They flew to ${name} on Friday.`)).toEqual([])
  })
  it('are looked for in capitalised words only', () => {
    expect(companiesIn('the huwaei phone, hauwei too, or a huavei or huwai')).toEqual([])
  })
})
