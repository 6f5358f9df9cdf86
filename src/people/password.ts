import { fold } from '../web/vietnamese.ts'
import type { Message } from '../web/message.ts'

/** TCVN 14423 asks for 8 characters beside a second factor and 14 without; one rule for all is easier to keep. */
export const shortestPassword = 12
const longestPassword = 128

/** Passwords everyone tries first, folded; a password that is one of these with digits and signs around it is refused too. */
const common = [
  'password',
  'passw0rd',
  'matkhau',
  'matkhaumoi',
  'qwertyuiop',
  'qwerty',
  'abcdef',
  'abc',
  'admin',
  'administrator',
  'quantri',
  'quantrivien',
  'congthongtin',
  'congthongtindientu',
  'ubnd',
  'hanoi',
  'vietnam',
  'saigon',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'letmein',
  'welcome',
  'xinchao',
  'changeme',
  'macdinh',
  'khongbiet',
  'asdfghjkl',
  'zxcvbnm',
]

/** Why a password cannot be taken, as a sentence that says what to do; undefined when it can. */
export function whyNotPassword(password: string, email: string): Message | undefined {
  if ([...password].length < shortestPassword) {
    return {
      vi: `Mật khẩu cần ít nhất ${shortestPassword} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
      en: `Use at least ${shortestPassword} characters. A short sentence you remember is best.`,
    }
  }
  if (password.length > longestPassword) {
    return { vi: `Mật khẩu dài quá ${longestPassword} ký tự.`, en: `Use at most ${longestPassword} characters.` }
  }
  const folded = fold(password)
  const name = fold(email.split('@')[0] ?? '')
  if (name.length >= 3 && folded.includes(name)) {
    return {
      vi: 'Mật khẩu không được chứa tên trong thư điện tử của bạn.',
      en: 'The password must not contain the name in your e-mail address.',
    }
  }
  const letters = folded.replace(/[^a-z]/g, '')
  if (new Set(folded).size < 5 || common.includes(letters) || (letters === '' && isRun(folded))) {
    return {
      vi: 'Mật khẩu này nhiều người dùng nên dễ đoán. Hãy chọn mật khẩu khác.',
      en: 'This password is common and easily guessed. Choose another.',
    }
  }
  return undefined
}

/** 123456789012, 987654321098: each sign follows the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => (sign.charCodeAt(0) - text.charCodeAt(index) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}
