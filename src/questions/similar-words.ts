import { wordsOf } from '../search/read-query.ts'

/** Words of questions that say nothing of what is asked, folded. */
const empty = new Set(
  `a ai anh ba bac bang bao ban bi boi cac cai can cha chi chiec cho chua chung co con cua cung da dang dau day de den deu di do duoc duoi em gi giup gui ha hay hien
   hoac hoi hon ho it khac khi khong kinh la lai lam len luc ma mac mai mat minh moi mong mot muon nao nay nen neu nghi ngay nhieu nhu nhung noi nua o ong phai qua
   ra rang rat roi sao sau se sang tai tat the theo thi thua toi trong truoc tu tuy va van vao vay ve vi viec voi vua vui xin`.split(
    /\s+/,
  ),
)

/** Words a question is looked for by: folded, each once, at most twelve. The last may be unfinished. */
export interface SoughtWords {
  whole: string[]
  /** The beginning of a word that is still being typed. */
  begun: string | undefined
}

const mostWords = 12

/** The words of a text that tell what is asked. Diacritics do not matter, so that half of them will do. Pure. */
export function soughtWords(text: string): SoughtWords {
  const cut = text.slice(0, 1000)
  const all = wordsOf(cut)
  const typing = /[\p{L}\p{N}]$/u.test(cut) ? all.pop() : undefined
  const whole = [...new Set(all)]
    .filter((word) => word.length > 1 && word.length <= 40 && !empty.has(word))
    .slice(0, mostWords)
  const begun =
    typing !== undefined && typing.length > 1 && typing.length <= 40 && !whole.includes(typing) ? typing : undefined
  return { whole, begun: begun !== undefined && empty.has(begun) ? undefined : begun }
}
