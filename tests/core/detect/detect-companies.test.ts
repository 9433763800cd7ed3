import { describe, expect, it } from 'vitest'
import { companiesIn } from './find-mentions.ts'

type Row = [text: string, ...found: string[]]

const NAMES: Row[] = [
  ['Huawei sells routers.', 'Huawei = huawei'],
  ['HUAWEI launched a watch.', 'HUAWEI = huawei'],
  ['a cheap huawei modem', 'huawei = huawei'],
  ['ZTE sells routers.', 'ZTE = zte'],
  ['ZTE Corporation reported a loss.', 'ZTE Corporation = zte'],
  ['Shares of ZTE Corp. fell.', 'ZTE Corp. = zte'],
  ['ZTE Corp shares fell.', 'ZTE Corp = zte'],
  [
    'Zhongxing Telecommunications Equipment is based in Shenzhen.',
    'Zhongxing Telecommunications Equipment = zte',
  ],
  ['Huawei Technologies Co., Ltd. is based in Shenzhen.', 'Huawei Technologies Co., Ltd. = huawei'],
  ['Huawei Technologies Co Ltd opened a plant.', 'Huawei Technologies Co Ltd = huawei'],
  ['Huawei Technologies opened a plant.', 'Huawei Technologies = huawei'],
  ['Huawei Device USA Inc. hired staff.', 'Huawei Device USA Inc. = huawei'],
  ['Huawei Marine Networks lays cables.', 'Huawei Marine Networks = huawei'],
  [
    'Huawei Investment & Holding Co., Ltd. owns it.',
    'Huawei Investment & Holding Co., Ltd. = huawei',
  ],
]

const SCRIPTS: Row[] = [
  ['华为公布了年度业绩。', '华为 = huawei'],
  ['華為公佈年度業績。', '華為 = huawei'],
  ['华为技术有限公司成立于深圳。', '华为技术有限公司 = huawei'],
  ['中兴通讯公布了年度业绩。', '中兴通讯 = zte'],
  ['中興通訊公佈年度業績。', '中興通訊 = zte'],
  ['华为和中兴都在深圳。', '华为 = huawei', '中兴 = zte'],
  ['ファーウェイの新製品', 'ファーウェイ = huawei'],
  ['ﾌｧｰｳｪｲの新製品', 'ﾌｧｰｳｪｲ = huawei'],
  ['화웨이는 새 휴대폰을 공개했다.', '화웨이 = huawei'],
  ['Компания Хуавей открыла завод.', 'Хуавей = huawei'],
  ['Завод Хуавэй закрыт.', 'Хуавэй = huawei'],
  ['أعلنت هواوي عن أرباحها', 'هواوي = huawei'],
  ['أبل وهواوي في السوق', 'هواوي = huawei'],
  ['شرکت هوآوی گوشی تازه ساخت', 'هوآوی = huawei'],
  ['חברת וואווי הציגה טלפון', 'וואווי = huawei'],
  ['हुआवेई ने नया फ़ोन पेश किया', 'हुआवेई = huawei'],
  ['หัวเว่ยเปิดตัวโทรศัพท์', 'หัวเว่ย = huawei'],
  ['ＺＴＥ社の携帯', 'ＺＴＥ = zte'],
  ['华为Huawei手机', '华为 = huawei', 'Huawei = huawei'],
]

const SPANS: Row[] = [
  ["Huawei's chips and ZTE's phones", 'Huawei = huawei', 'ZTE = zte'],
  ['Huawei’s chips', 'Huawei = huawei'],
  ['Both Huawei and ZTE deny it.', 'Huawei = huawei', 'ZTE = zte'],
  ['Huawei/ZTE equipment', 'Huawei = huawei', 'ZTE = zte'],
  ['non-Huawei kit and Huawei-made kit', 'Huawei = huawei', 'Huawei = huawei'],
  ['a Huawei–ZTE merger', 'Huawei = huawei', 'ZTE = zte'],
  ['(Huawei)', 'Huawei = huawei'],
  ['“Huawei,” she said', 'Huawei = huawei'],
  ['Hua\u00adwei makes phones', 'Hua\u00adwei = huawei'],
  ['Hua\u200bwei makes phones', 'Hua\u200bwei = huawei'],
  ['Huawei\u00a0Technologies makes phones', 'Huawei\u00a0Technologies = huawei'],
  [
    'a contract that was won last year by Huawei\nTechnologies in Bonn',
    'Huawei\nTechnologies = huawei',
  ],
  ['ZTE(Shenzhen)', 'ZTE = zte'],
  ['[Huawei](https://www.huawei.com/en)', 'Huawei = huawei'],
  ['The risk grew.Huawei replied.', 'Huawei = huawei'],
]

const NOT: string[] = [
  'visit https://www.huawei.com/en/news',
  'visit www.zte.com.cn or consumer.huawei.com today',
  'write to press@huawei.com',
  'follow @huawei and @ZTE',
  'import com.huawei.hms.ads',
  'the huawei_lte integration',
  'pip install huawei-lte-api',
  'cpe:2.3:h:huawei:p30:-:*:*:*:*:*:*:*',
  '/var/lib/huawei/modem.conf',
  'C:\\Program Files\\Huawei\\HiSuite',
  'vendor=huawei',
  'zte_parse(frame)',
  'huawei()',
  'class HuaweiClient',
  'the ZTEX board',
  'AZTEC ruins and Zte',
  'shop/Huawei-P30-Pro-128GB.html',
  '?brand=huawei&color=black',
  '--vendor:huawei:router',
  '<huawei>',
  '中兴路在市中心。',
  '国家的复兴需要教育。',
  '中興大學在臺中。',
]

describe('company names', () => {
  it.each(NAMES)('finds the longest name in %j', (text, ...found) => {
    expect(companiesIn(text)).toEqual(found)
  })
  it.each(SCRIPTS)('reads other scripts: %j', (text, ...found) => {
    expect(companiesIn(text)).toEqual(found)
  })
  it.each(SPANS)('leaves out what is not the name: %j', (text, ...found) => {
    expect(companiesIn(text)).toEqual(found)
  })
  it.each(NOT)('does not match inside an address, path, identifier or longer word: %j', (text) => {
    expect(companiesIn(text)).toEqual([])
  })
  it('takes a bare ambiguous name only where the page names the companies', () => {
    expect(companiesIn('中兴是一家公司。')).toEqual([])
    expect(companiesIn('Huawei\n\n中兴是一家公司。')).toEqual(['Huawei = huawei', '中兴 = zte'])
  })
})
