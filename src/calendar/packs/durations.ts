import type { Duration } from '../deadline.ts'

/** Short ways to write a duration in a pack. */
export const workingDays = (amount: number): Duration => ({ amount, unit: 'working_days' })
export const days = (amount: number): Duration => ({ amount, unit: 'days' })
export const hours = (amount: number): Duration => ({ amount, unit: 'hours' })
