import { expect, test } from 'vitest'
import { loggedPath } from './logged-path.ts'

test('the code of a case is not written to a log, in either language and whatever follows it', () => {
  expect(loggedPath('/theo-doi/7K2M-9QXT-4B8C-ZZZ1')).toBe('/theo-doi/…')
  expect(loggedPath('/en/theo-doi/7K2M9QXT4B8CZZZ1/rut-lai')).toBe('/en/theo-doi/…/rut-lai')
  expect(loggedPath('/Theo-Doi/7k2m-9qxt-4b8c-zzz1')).toBe('/Theo-Doi/…')
  expect(loggedPath('/hoi-dap/theo-doi')).toBe('/hoi-dap/theo-doi')
})
