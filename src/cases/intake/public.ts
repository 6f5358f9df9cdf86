import { forOneReader, type PublicRoute } from '../../delivery/route.ts'
import { newChallenge } from './proof-of-work.ts'

/** Challenges for the script of forms. */
export const intakePublicRoutes: readonly PublicRoute[] = [
  {
    method: 'GET',
    path: '/bang-chung',
    inEnglish: false,
    async handle(c) {
      forOneReader(c)
      return c.json(await newChallenge(c.var.intake))
    },
  },
]
