import type { Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { attempt, typedForm } from '../../sites/office/form.tsx'
import type { Typed } from '../../web/form.ts'
import { announceDayOff } from '../announce-day-off.ts'
import { confirmDay } from '../confirm-day.ts'
import { swapDay } from '../swap-day.ts'
import { withdrawDay } from '../withdraw-day.ts'
import { showCalendar } from './calendar-screen.tsx'
import type { DayRefusal } from './day-list.tsx'

interface Form {
  name: DayRefusal['form']
  fields: readonly string[]
  /** Stands in the line of a day, which the form names. */
  inLine?: true
  act: (tx: Transaction, typed: Typed) => Promise<void>
}

async function send(c: OfficeContext, { name, fields, inLine, act }: Form): Promise<Response> {
  const typed = await typedForm(c)
  const result = await attempt(c, fields, (tx) => act(tx, typed))
  if ('errors' in result) return showCalendar(c, { form: name, day: inLine && typed.day, errors: result.errors, typed })
  const year = (typed.day ?? typed.off ?? '').slice(0, 4)
  return c.redirect(`/lich-lam-viec?nam=${year}&da-luu=1`, 303)
}

const ground = ({ source = '', announcedOn = '' }: Typed) => ({ source, announcedOn })

/** POST /lich-lam-viec/ngay-nghi. */
export const sendDayOff = (c: OfficeContext): Promise<Response> =>
  send(c, {
    name: 'announce',
    fields: ['day', 'name', 'nameEn', 'source', 'announcedOn'],
    act: (tx, typed) =>
      announceDayOff(tx, c.var.actor, {
        day: typed.day ?? '',
        name: typed.name ?? '',
        nameEn: typed.nameEn ?? '',
        ...ground(typed),
      }),
  })

/** POST /lich-lam-viec/hoan-doi. */
export const sendSwap = (c: OfficeContext): Promise<Response> =>
  send(c, {
    name: 'swap',
    fields: ['off', 'work', 'source', 'announcedOn'],
    act: (tx, typed) => swapDay(tx, c.var.actor, { off: typed.off ?? '', work: typed.work ?? '', ...ground(typed) }),
  })

/** POST /lich-lam-viec/xac-nhan. */
export const sendConfirmation = (c: OfficeContext): Promise<Response> =>
  send(c, {
    name: 'confirm',
    fields: ['source', 'announcedOn'],
    inLine: true,
    act: (tx, typed) => confirmDay(tx, c.var.actor, { day: typed.day ?? '', ...ground(typed) }),
  })

/** POST /lich-lam-viec/rut. */
export const sendWithdrawal = (c: OfficeContext): Promise<Response> =>
  send(c, {
    name: 'withdraw',
    fields: ['reason'],
    inLine: true,
    act: (tx, typed) => withdrawDay(tx, c.var.actor, { day: typed.day ?? '', reason: typed.reason ?? '' }),
  })
