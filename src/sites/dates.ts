import { isoDayOf } from '../web/dates.ts'

/** 01/07/2025 of 2025-07-01. */
export const dateInWords = (date: string): string => date.split('-').toReversed().join('/')

/** Today in Việt Nam, yyyy-mm-dd. */
export const today = (now = new Date()): string => isoDayOf(now)
