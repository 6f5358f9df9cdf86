import { describe, expect, test } from 'vitest'
import { noteKind, noteKinds, paragraphs } from '../../tests/support/kind.ts'
import type { Actor, Role } from '../people/actor.ts'
import type { Body, Content, Film } from './content.ts'
import { transitions, type Transition } from './edition.ts'
import { hasIdentityNumber, hasMobileNumber, hasSecrecyMark } from './personal-data.ts'
import { mayRead, mayTake, mayWrite, stepPolicy } from './policy.ts'
import { stepsFor, whyNot, type Judged } from './why-not.ts'
import { whyNotPublishContent, whyNotPublishFacts, type PublishFacts } from './why-not-publish.ts'

const picture = { mediaId: 7, alt: 'Các em nhỏ bên bể bơi', caption: 'Buổi học đầu', source: 'Ảnh: Trần Lan' }
const good = (given: Partial<Content> = {}): Content => ({
  ...noteKind.empty(),
  title: 'Phường mở lớp bơi',
  summary: 'Lớp học miễn phí.',
  body: paragraphs('Sáng nay khai giảng.'),
  credits: [{ authorId: 1, name: 'Lan', part: 'text' }],
  sectionIds: [3],
  lead: picture,
  ...given,
})
const facts: PublishFacts = {
  sectionIds: [3],
  media: [{ id: 7, kind: 'image', state: 'ready' }],
  authorIds: [1],
  entryIds: [],
}
const person = (role: Role, id: string = role): Actor => ({
  id,
  name: id,
  email: `${id}@khue.example`,
  memberships: [{ siteId: 1, role }],
})
const edition = (given: Partial<Judged> = {}): Judged => ({
  id: 1,
  entryId: 1,
  siteId: 1,
  kind: 'article',
  version: 1,
  state: 'reviewed',
  chain: 'full',
  revision: 4,
  authorId: 'contributor',
  submittedBy: 'contributor',
  publishedBy: null,
  approvedBy: null,
  emergencyReason: null,
  confirmedBy: null,
  correctionNote: null,
  textAuthors: [],
  unseenWriters: [],
  scheduledFor: null,
  expiresAt: null,
  content: good(),
  publishFacts: facts,
  ...given,
})
const codes = (given: Partial<Content>): string[] => whyNotPublishContent(good(given)).map((reason) => reason.code)
const linked = (attrs: Record<string, unknown>, text = 'xem thêm'): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs }] }] }],
})

describe('a text is kept back', () => {
  test('a text with nothing missing is not', () => expect(codes({})).toEqual([]))

  test.each<[string, Partial<Content>, string[]]>([
    ['without a title', { title: ' ' }, ['title-missing']],
    ['without a summary', { summary: '' }, ['summary-missing']],
    ['without a body', { body: paragraphs('  ') }, ['body-missing']],
    ['without a section', { sectionIds: [] }, ['section-missing']],
    ['without an author', { credits: [] }, ['author-missing']],
    ['with a title all in capitals', { title: 'THÔNG BÁO TẠM NGỪNG CẤP NƯỚC' }, ['title-capitals']],
    ['with a title of more than 200 letters', { title: 'ấ'.repeat(201) }, ['title-too-long']],
    ['with a lead image nobody can hear', { lead: { ...picture, alt: '' } }, ['image-alt-missing']],
    ['with an image of nobody', { gallery: [{ ...picture, source: ' ' }] }, ['image-source-missing']],
    [
      'with such an image inside the text',
      {
        body: {
          type: 'doc',
          content: [...paragraphs('a').content, { type: 'image', attrs: { mediaId: 8, alt: '', source: 'x' } }],
        },
      },
      ['image-alt-missing'],
    ],
    [
      'with such an image inside a gallery',
      {
        body: {
          type: 'doc',
          content: [...paragraphs('a').content, { type: 'gallery', attrs: { pictures: [{ ...picture, source: '' }] } }],
        },
      },
      ['image-source-missing'],
    ],
    ['with a link that leads nowhere', { body: linked({ href: ' ' }) }, ['link-empty']],
    [
      'with a link on no words',
      { body: linked({ href: 'https://hanoi.gov.vn' }, ' ') },
      ['body-missing', 'link-empty'],
    ],
    [
      'with a mobile number in the text',
      { body: paragraphs('Gọi anh Nam 0912 345 678 để biết thêm.') },
      ['phone-number'],
    ],
    [
      'with a mobile number in a caption',
      { lead: { ...picture, caption: 'Liên hệ +84 912.345.678' } },
      ['phone-number'],
    ],
    ['with an identity number in the summary', { summary: 'Ông A, số định danh 001099012345' }, ['identity-number']],
    ['with a mark of secrecy', { body: paragraphs('MẬT', 'Nội dung') }, ['secrecy-mark']],
  ])('%s', (_name, given, wanted) => expect(codes(given)).toEqual(wanted))

  test('an abbreviation is no title in capitals', () => expect(codes({ title: 'UBND' })).toEqual([]))
  test('a link to an entry needs no address', () => expect(codes({ body: linked({ entryId: 12 }) })).toEqual([]))
  test('pictures alone are a body', () => expect(codes({ body: paragraphs(), gallery: [picture] })).toEqual([]))

  test('a film without captions and without a transcript is kept back; either of them is enough', () => {
    const film = (more: Partial<Film>): Body => ({
      type: 'doc',
      content: [
        {
          type: 'film',
          attrs: { film: { mediaId: 9 }, poster: null, captions: [], title: 'Lễ hội', transcript: [], ...more },
        },
      ],
    })
    expect(codes({ body: film({}) })).toEqual(['film-words-missing'])
    expect(codes({ body: film({ captions: [{ mediaId: 8, language: 'vi' }] }) })).toEqual([])
    expect(codes({ body: film({ transcript: [{ text: 'Trống hội.' }] }) })).toEqual([])
    expect(codes({ body: film({ title: '', transcript: [{ text: 'Trống hội.' }] }) })).toEqual(['film-title-missing'])
    expect(codes({ body: film({ transcript: [{ text: 'Gọi ông Nam 0912 345 678.' }] }) })).toEqual(['phone-number'])
    const judged = (kind: string): string[] =>
      whyNotPublishFacts(good({ body: film({}) }), {
        ...facts,
        media: [...facts.media, { id: 9, kind, state: 'ready' }],
      }).map((reason) => reason.code)
    expect([judged('video'), judged('image')]).toEqual([[], ['film-wrong-file']])
  })

  test('and the reason names the field and speaks both languages', () => {
    const [reason] = whyNotPublishContent(good({ summary: 'Gọi 0912345678' }))
    expect(reason).toEqual({
      code: 'phone-number',
      field: 'summary',
      message: {
        vi: 'Có số điện thoại di động trong sapo: hãy bỏ số của cá nhân.',
        en: 'There is a mobile phone number in the summary.',
      },
    })
  })
})

describe('what a text names is judged', () => {
  const of = (given: Partial<Content>, known: Partial<PublishFacts>): string[] =>
    whyNotPublishFacts(good(given), { ...facts, ...known }).map((reason) => reason.code)
  test('nothing against what is there', () => expect(of({}, {})).toEqual([]))
  test('a section of another portal, or deleted', () =>
    expect(of({ sectionIds: [3, 4] }, {})).toEqual(['section-gone']))
  test('a file of another portal, or deleted', () => expect(of({}, { media: [] })).toEqual(['media-gone']))
  test('an image still in the works', () =>
    expect(of({}, { media: [{ id: 7, kind: 'image', state: 'processing' }] })).toEqual(['image-processing']))
  test('an image that failed', () =>
    expect(of({}, { media: [{ id: 7, kind: 'image', state: 'failed' }] })).toEqual(['image-failed']))
  test('an author who is not listed', () => expect(of({}, { authorIds: [] })).toEqual(['author-gone']))
  test('a link to what was withdrawn', () =>
    expect(of({ body: linked({ entryId: 12 }) }, {})).toEqual(['link-target-gone']))
})

describe('numbers of persons and marks of secrecy', () => {
  test.each([
    '0912345678',
    'ĐT: 0912 345 678.',
    '(098.765.4321)',
    '+84 912 345 678',
    '+84912345678',
    '0912-345-678',
    '０９１２３４５６７８',
  ])('%s is a mobile number', (text) => expect(hasMobileNumber(text)).toBe(true))
  test.each([
    '024.3733.1234',
    '1900 1234',
    '113',
    '08.11.2026 10:30',
    '0,912345678',
    'Số 1234/QĐ-UBND',
    '100.000.000.000 đồng',
    '001099012345',
  ])('%s is none', (text) => expect(hasMobileNumber(text)).toBe(false))
  test.each(['001099012345', 'CCCD 001 099 012 345', '0010 9901 2345'])('%s is an identity number', (text) =>
    expect(hasIdentityNumber(text)).toBe(true),
  )
  test.each(['100.000.000.000 đồng', '0010990123456', '00109901234', '0912345678'])('%s is none', (text) =>
    expect(hasIdentityNumber(text)).toBe(false),
  )
  test.each([
    'MẬT',
    'Mật',
    'Độ mật: Tối mật',
    'TUYỆT MẬT',
    '[TỐI MẬT]',
    'Công văn MẬT số 12',
    'TÀI LIỆU MẬT',
    'Số: 15/BC\nMẬT',
    'Báo cáo TỐI MẬT của tỉnh',
    'MẬT',
  ])('“%s” bears a mark', (text) => expect(hasSecrecyMark(text)).toBe(true))
  test.each([
    'Bảo vệ bí mật nhà nước',
    'LỄ HỘI MẬT ONG',
    'TẬP HUẤN BẢO MẬT THÔNG TIN',
    'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'mật độ dân số',
    'Mật ong rừng',
    'MẬT ĐỘ XÂY DỰNG',
  ])('“%s” bears none', (text) => expect(hasSecrecyMark(text)).toBe(false))
})

describe('beside each button', () => {
  test('an author sees why she does not approve her own text', () => {
    const head = person('chief_editor', 'contributor')
    expect(whyNot('approve', edition(), head, noteKinds).map((reason) => reason.code)).toEqual(['own-article'])
    expect(whyNot('approve', edition({ authorId: 'x' }), head, noteKinds).map((reason) => reason.code)).toEqual([
      'own-submission',
    ])
    expect(
      whyNot(
        'approve',
        edition({ authorId: 'x', submittedBy: 'y', textAuthors: ['contributor'] }),
        head,
        noteKinds,
      ).map((reason) => reason.code),
    ).toEqual(['own-words'])
  })

  test('all reasons stand at once, not one after the other', () => {
    const bad = edition({ state: 'draft', content: good({ summary: '', sectionIds: [] }) })
    expect(whyNot('approve', bad, person('editor'), noteKinds).map((reason) => reason.code)).toEqual([
      'wrong-state',
      'not-your-role',
      'summary-missing',
      'section-missing',
    ])
  })

  test('a contributor hands in a text without a section: the desk adds it', () => {
    const draft = edition({ state: 'draft', content: good({ sectionIds: [], summary: '' }) })
    expect(stepsFor(draft, person('contributor'), noteKinds)).toEqual([
      { step: 'submit', reasons: [] },
      { step: 'discard', reasons: [] },
    ])
  })

  test('a text whose kind is gone can still be withdrawn', () => {
    const live = edition({ state: 'published', kind: 'lost' })
    expect(whyNot('withdraw', live, person('chief_editor'), noteKinds)).toEqual([])
    expect(
      whyNot('publish', edition({ state: 'approved', kind: 'lost' }), person('chief_editor'), noteKinds).map(
        (reason) => reason.code,
      ),
    ).toEqual(['kind-unknown'])
  })
})

describe('who may do what', () => {
  const own = { siteId: 1, authorId: 'contributor', state: 'draft' as const }
  const table: [Role, boolean, boolean, boolean, boolean][] = [
    // reads own, reads others', writes own, writes others'
    ['contributor', true, false, true, false],
    ['editor', true, true, true, true],
    ['desk_secretary', true, true, true, true],
    ['chief_editor', true, true, true, true],
    ['site_admin', false, false, false, false],
    ['network_admin', false, false, false, false],
    ['auditor', true, true, false, false],
  ]
  test.each(table)('%s', (role, ...wanted) => {
    const actor = person(role, 'contributor')
    const others = { ...own, authorId: 'someone' }
    expect([mayRead(actor, own), mayRead(actor, others), mayWrite(actor, own), mayWrite(actor, others)]).toEqual(wanted)
    expect(mayRead(actor, { ...own, siteId: 2 })).toBe(false)
  })

  test('no step of another portal, no step for administrators and auditors', () => {
    for (const step of Object.keys(transitions) as Transition[]) {
      for (const role of ['site_admin', 'network_admin', 'auditor'] as const)
        expect(mayTake(person(role, 'contributor'), step, edition())).toBe(false)
      expect(mayTake(person('chief_editor'), step, edition({ siteId: 2 }))).toBe(false)
    }
    expect(Object.keys(stepPolicy).toSorted()).toEqual(Object.keys(transitions).toSorted())
  })

  test('the system publishes and ends, nothing else', () => {
    const steps = (Object.keys(transitions) as Transition[]).filter((step) => mayTake({ system: 'x' }, step, edition()))
    expect(steps.toSorted()).toEqual(['expire', 'publish'])
  })
})
