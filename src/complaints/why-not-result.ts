import { findPersonalData, type PersonalData } from '../cases/find-personal-data.ts'
import { isDay, isoDayOf } from '../web/dates.ts'
import type { Message } from '../web/message.ts'
import { isResultKind, resultLengths } from './complaint-result.ts'

/** A result as it was typed, made exact. */
export interface TypedResult {
  kind: string
  documentNumber: string
  signedOn: string
  title: string
  body: string
  /** What may stand although the machine found it: the words, and why. */
  letStand: readonly { text: string; reason: string }[]
}
export interface ResultReason {
  code: string
  message: Message
}

/** Reasons not to keep a result as it is typed. */
export function whyNotKeep(result: TypedResult, now: Date): ResultReason[] {
  const reasons: ResultReason[] = []
  const add = (code: string, vi: string, en: string): void => void reasons.push({ code, message: { vi, en } })
  if (!isResultKind(result.kind)) add('kind:missing', 'Hãy chọn loại văn bản.', 'Choose what it is.')
  if (result.documentNumber === '') add('documentNumber:missing', 'Hãy ghi số, ký hiệu văn bản.', 'Give its number.')
  if (result.documentNumber.length > resultLengths.number)
    add('documentNumber:long', 'Số, ký hiệu dài quá 100 ký tự.', 'Too long.')
  if (!isDay(result.signedOn)) add('signedOn:missing', 'Hãy chọn ngày ký.', 'Choose the day it was signed.')
  else if (result.signedOn > isoDayOf(now))
    add('signedOn:future', 'Ngày ký không thể ở phía sau hôm nay.', 'It cannot be in the future.')
  if (result.title === '')
    add('title:missing', 'Hãy ghi tiêu đề, không nêu tên người khiếu nại, tố cáo.', 'Give it a title.')
  if (result.title.length > resultLengths.title) add('title:long', 'Tiêu đề dài quá 300 ký tự.', 'Too long.')
  if (result.body.length > resultLengths.body)
    add('body:long', 'Nội dung dài quá 30.000 ký tự: hãy tóm tắt.', 'Too long.')
  return reasons
}

/** What the machine finds of persons in title and text, without what may stand. */
export function foundIn(
  result: Pick<TypedResult, 'title' | 'body' | 'letStand'>,
): (PersonalData & { field: 'title' | 'body' })[] {
  const stands = new Set(result.letStand.filter(({ reason }) => reason !== '').map(({ text }) => text))
  return (['title', 'body'] as const).flatMap((field) =>
    findPersonalData(result[field])
      .filter(({ text }) => !stands.has(text.normalize('NFC').trim()))
      .map((found) => ({ ...found, field })),
  )
}

/** Reasons not to hand a result in, or publish it: words are missing, or something names a person. */
export function whyNotPublic(result: TypedResult): ResultReason[] {
  const reasons: ResultReason[] = []
  if (result.body === '')
    reasons.push({
      code: 'body:missing',
      message: { vi: 'Hãy viết nội dung công khai.', en: 'Write the public text.' },
    })
  for (const field of ['title', 'body'] as const) {
    const words = foundIn(result)
      .filter((one) => one.field === field)
      .map(({ text }) => `“${text}”`)
    if (words.length > 0)
      reasons.push({
        code: `${field}:personal`,
        message: {
          vi: `Còn chỗ có thể nhận ra người: ${words.join(', ')}. Hãy che đi, hoặc ghi lý do được giữ ở mục bên dưới.`,
          en: `Something may tell who it is about: ${words.join(', ')}. Mask it, or say below why it may stand.`,
        },
      })
  }
  return reasons
}
