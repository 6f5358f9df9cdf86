import { expect, test } from 'vitest'
import { officeRoutes } from '../app.ts'
import { roles, type Actor, type Role } from '../people/actor.ts'
import { deskWays, portalWays } from './portal-ways.ts'

const someone = (role: Role): Actor => ({
  id: 'nguoi-thu',
  name: 'Người Thử',
  email: 'thu@khue.example',
  memberships: [{ siteId: 5, role }],
})

/** Who the route table lets open an address of portal 5. */
const admitted = (href: string): readonly Role[] => {
  const path = href.replace(/\?.*$/, '').replace('/cong/5', '/cong/:site')
  const route = officeRoutes.find((each) => each.method === 'GET' && each.path === path)
  return route && 'on' in route.access ? route.access.who : []
}

test('whoever is shown a way to a screen of their portal may open it', () => {
  for (const role of roles)
    for (const { href } of deskWays(someone(role), 5)) expect(admitted(href), href).toContain(role)
  for (const role of ['site_admin', 'network_admin', 'auditor'] as const)
    for (const { href } of portalWays(someone(role), 5).flatMap(({ ways }) => ways))
      expect(admitted(href), href).toContain(role)
})

test('a coordinator is led to the desk, nobody to another portal', () => {
  expect(deskWays(someone('case_coordinator'), 5).map(({ href }) => href)).toEqual(
    expect.arrayContaining(['/cong/5/ho-so', '/cong/5/dieu-hanh', '/cong/5/tong-dai', '/cong/5/ho-so/cai-dat']),
  )
  expect(deskWays(someone('case_coordinator'), 6)).toEqual([])
})
