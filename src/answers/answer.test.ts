import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../editions/body/plain-text.ts'
import { linksOf, nodesOf } from '../editions/content-parts.ts'
import { answerContent, answerKind, questionOf, replyOf, wordsOf } from './answer.ts'
import { blocksOf } from './text-to-blocks.ts'

const contentOf = (answer: string, question = 'Hỏi gì?') =>
  answerContent({ title: 'Tiêu đề', question, answer, language: 'vi' })

test('paragraphs, lists and line ends of a plain text stay what they were', () => {
  const blocks = blocksOf('Một\nhai\n\n- ba\n- bốn\nnăm\n \n– sáu')
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'paragraph', 'bulletList'])
  expect(plainText({ type: 'doc', content: blocks })).toBe('Một\nhai\nba\nbốn\nnăm\nsáu')
})

test('addresses of the web become links without the signs behind them; nothing else does', () => {
  const { body } = contentOf(
    'Xem https://a.example.vn/x?y=1. (http://b.example.vn/m_(n)), javascript:alert(1) và mailto:a@b.vn, https://u:p@c.example.vn, www.d.vn, http://localhost',
  )
  expect(linksOf(body).map(({ href }) => href)).toEqual(['https://a.example.vn/x?y=1', 'http://b.example.vn/m_(n)'])
})

test('question and answer are told apart again, and the summary is the beginning of the answer', () => {
  const long = 'Trả lời đầu tiên. '.repeat(40)
  const content = contentOf(long, 'Câu hỏi một.\n\n- ý hai')
  expect(wordsOf(questionOf(content.body))).toBe('Câu hỏi một.\ný hai')
  expect(wordsOf(replyOf(content.body))).toBe(long.trim())
  expect(content.summary.length).toBeLessThanOrEqual(241)
  expect(content.summary).toMatch(/^Trả lời đầu tiên\. .*…$/)
  const corrected = answerKind.read({ ...content, summary: 'Tự gõ', body: contentOf('Câu mới.').body }).content
  expect(corrected.summary).toBe('Câu mới.')
})

test('whatever is typed is kept word for word, reads again the same, and holds no block but those of plain text', () => {
  const line = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('- mục', '', 'https://x.vn', '# x', '<b>'))
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (question, answer) => {
      const content = contentOf(answer.join('\n'), question.join('\n'))
      expect(answerKind.read(content)).toEqual({ content, dropped: [] })
      const types = new Set([...nodesOf(content.body)].map(({ type }) => type))
      for (const type of types)
        expect(['doc', 'blockquote', 'paragraph', 'bulletList', 'listItem', 'text', 'hardBreak']).toContain(type)
    }),
    { numRuns: 300 },
  )
})

test('an answer never takes the address of the form', () => {
  const slugOf = (title: string) => answerContent({ title, question: 'a', answer: 'b', language: 'vi' }).slug
  expect([slugOf('Gửi câu hỏi'), slugOf('Gửi câu hỏi ở đâu?')]).toEqual(['cau-hoi-ve-gui-cau-hoi', ''])
})

test('without a question, or without an answer, it is not fit for the public', () => {
  const codes = (body: object) =>
    answerKind.whyNotPublish(answerKind.read({ ...answerKind.empty(), body }).content).map(({ code }) => code)
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'Lời' }] }
  expect(codes({ type: 'doc', content: [words] })).toEqual(['question-missing'])
  expect(codes({ type: 'doc', content: [{ type: 'blockquote', content: [words] }] })).toEqual(['body-missing'])
  expect(codes({ type: 'doc', content: [{ type: 'blockquote', content: [words] }, words] })).toEqual([])
})

test('an address with ten thousand signs behind it holds nobody up', () => {
  const started = performance.now()
  const hostile = [')'.repeat(10_000), '.'.repeat(10_000), '.)'.repeat(5000), `${'.'.repeat(10_000)}a`]
  for (const signs of hostile) blocksOf(`Xem https://a.example.vn/x${signs}`)
  expect(performance.now() - started).toBeLessThan(500)
})
