import { describe, expect, test } from 'vitest'
import { classifyAgent } from './classify-agent.ts'
import { referrerClasses } from './classify-referrer.ts'

const chrome = (system: string, more = ''): string =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 ${more}Safari/537.36`

describe('what reads', () => {
  test.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['curl/8.5.0'],
    ['python-requests/2.32'],
    [''],
  ])('%s is counted apart from people', (userAgent) => expect(classifyAgent(userAgent).bot).toBe(true))

  test.each([
    [chrome('Linux; Android 14; SM-A055F', 'Mobile '), 'phone'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      'phone',
    ],
    [chrome('Linux; Android 13; SM-X200'), 'tablet'],
    [
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile/15E148 Safari/604.1',
      'tablet',
    ],
    [chrome('Windows NT 10.0; Win64; x64'), 'computer'],
    [chrome('Macintosh; Intel Mac OS X 10_15_7'), 'computer'],
    [chrome('Windows NT 10.0; Win64; x64', 'coc_coc_browser/131.0 '), 'computer'],
    ['Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/538.1 Version/6.0 TV Safari/538.1', 'other'],
  ])('%s is a person on a %s', (userAgent, device) => {
    const agent = classifyAgent(userAgent)
    expect([agent.bot, agent.device]).toEqual([false, device])
  })

  test('the browser within Zalo and within Facebook is known as such', () => {
    const zalo = chrome('Linux; Android 14; SM-A055F', 'Mobile ').concat(' Zalo android/24101 ZaloTheme/light')
    const facebook =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/490]'
    expect([zalo, facebook].map((userAgent) => classifyAgent(userAgent).inSocialApp)).toEqual([true, true])
    expect(classifyAgent(chrome('Windows NT 10.0')).inSocialApp).toBe(false)
  })
})

describe('where readers come from', () => {
  const classOf = referrerClasses()
  const hosts = new Map([
    ['badinh.example.vn', 2],
    ['phuong-ba-dinh.vn', 2],
    ['hanoi.example.vn', 1],
  ])
  const site = { id: 2, host: 'badinh.example.vn:8080' }
  test.each([
    ['', 'none'],
    ['https://badinh.example.vn/bai-viet/mot', 'own'],
    ['http://BADINH.example.vn:8080/', 'own'],
    ['https://phuong-ba-dinh.vn/', 'own'],
    ['https://hanoi.example.vn/', 'network'],
    ['https://www.google.com/', 'search'],
    ['https://www.google.com.vn/', 'search'],
    ['https://coccoc.com/search?query=x', 'search'],
    ['android-app://com.google.android.googlequicksearchbox/', 'search'],
    ['https://mail.google.com/', 'other'],
    ['https://l.facebook.com/', 'social'],
    ['https://chat.zalo.me/', 'social'],
    ['android-app://com.zing.zalo/', 'social'],
    ['https://t.co/abc', 'social'],
    ['https://vnexpress.net/', 'other'],
    ['https://not-google.com.evil.example/', 'other'],
    ['https://www.google.com@evil.example/', 'other'],
    ['nonsense', 'other'],
  ])('%s is %s', (referrer, expected) => expect(classOf(referrer, site, hosts)).toBe(expected))

  test('a flood of invented hosts and browsers leaves memory bounded and answers right', () => {
    const few = referrerClasses(10)
    for (let number = 0; number < 1000; number++) expect(few(`https://h${number}.example/`, site, hosts)).toBe('other')
    expect(few('https://www.bing.com/', site, hosts)).toBe('search')
  })
})
