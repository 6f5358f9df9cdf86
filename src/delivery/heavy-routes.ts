import { addressIn } from './language.ts'
import type { PublicRoute } from './route.ts'

/** How large a body may be that is sent to an address, where a route takes a larger one than usual. */
export function heavyRoutes(routes: readonly PublicRoute[]): (target: string) => number | undefined {
  const heavy = routes
    .filter(({ bodyBytes }) => bodyBytes !== undefined)
    .flatMap(({ path, bodyBytes }) =>
      [path, addressIn('en', path)].map((each) => ({
        address: new RegExp(`^${each.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}(?:\\?|$)`),
        bodyBytes,
      })),
    )
  return (target) => heavy.find(({ address }) => address.test(target))?.bodyBytes
}
