import type { Message } from '../web/message.ts'

/** Colours that are the same in every theme, by the name of their custom property. */
export const neutrals = {
  light: {
    ink: '#1b1b1f',
    'ink-soft': '#55555e',
    paper: '#ffffff',
    surface: '#f6f5f2',
    line: '#dedcd6',
    'line-strong': '#85837b',
    'warn-soft': '#fff6df',
    'warn-line': '#b67c00',
    bad: '#b3261e',
    'bad-soft': '#fdeeec',
    good: '#1b6b3a',
    'good-soft': '#eaf5ee',
    mark: '#ffe9a8',
    focus: '#0b57d0',
    gilt: '#f0cd85',
    'mast-ink': '#ffffff',
  },
  dark: {
    ink: '#ececef',
    'ink-soft': '#b5b5be',
    paper: '#17171b',
    surface: '#202026',
    line: '#393941',
    'line-strong': '#8b8b96',
    'warn-soft': '#33290f',
    'warn-line': '#d29b22',
    bad: '#ff9a90',
    'bad-soft': '#3b1a18',
    good: '#86d6a4',
    'good-soft': '#14301f',
    mark: '#66521a',
    focus: '#8ab8ff',
    gilt: '#f0cd85',
    'mast-ink': '#ffffff',
  },
} as const

export type Scheme = keyof typeof neutrals
export type NeutralName = keyof (typeof neutrals)['light']
export type ColourName = NeutralName | 'accent' | 'accent-strong' | 'accent-soft' | 'accent-ink' | 'mast'
export type Palette = Record<ColourName, string>

/** Which colour stands on which, and the least contrast WCAG 2.2 AA asks there: 4.5 of words, 3 of signs and edges. */
export interface ColourPair {
  on: ColourName
  ground: ColourName
  least: 4.5 | 3
  what: Message
}

const words = (on: ColourName, grounds: readonly ColourName[], what: Message): ColourPair[] =>
  grounds.map((ground) => ({ on, ground, least: 4.5, what }))
const signs = (on: ColourName, grounds: readonly ColourName[], what: Message): ColourPair[] =>
  grounds.map((ground) => ({ on, ground, least: 3, what }))

/** Every pair the stylesheets of the public face use. */
export const colourPairs: readonly ColourPair[] = [
  ...words('ink', ['paper', 'surface', 'accent-soft', 'warn-soft', 'bad-soft', 'good-soft', 'mark'], {
    vi: 'Chữ chính',
    en: 'Words',
  }),
  ...words('ink-soft', ['paper', 'surface'], { vi: 'Chữ phụ', en: 'Lesser words' }),
  ...words('accent', ['paper'], { vi: 'Liên kết', en: 'Links' }),
  ...words('accent-strong', ['paper', 'surface', 'accent-soft'], {
    vi: 'Tên khối, liên kết trên nền nhạt',
    en: 'Names of blocks, links on tints',
  }),
  ...words('accent-ink', ['accent', 'accent-strong'], { vi: 'Chữ trên nút', en: 'Words on buttons' }),
  ...words('mast-ink', ['mast'], { vi: 'Tên cổng', en: 'Name of the portal' }),
  ...words('gilt', ['mast'], { vi: 'Biểu tượng, nhãn cuối trang', en: 'Emblem, labels of the footer' }),
  ...words('bad', ['paper', 'bad-soft'], { vi: 'Lỗi', en: 'Errors' }),
  ...words('good', ['paper', 'good-soft'], { vi: 'Đã xong', en: 'Done' }),
  ...signs('accent', ['surface', 'accent-soft'], { vi: 'Dấu, vạch', en: 'Signs, rules' }),
  ...signs('line-strong', ['paper', 'surface'], { vi: 'Viền ô nhập', en: 'Edges of inputs' }),
  ...signs('warn-line', ['warn-soft'], { vi: 'Vạch lưu ý', en: 'Edge of a warning' }),
  ...signs('focus', ['paper', 'surface', 'accent-soft'], { vi: 'Viền tiêu điểm', en: 'Focus' }),
]
