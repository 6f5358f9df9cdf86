import type { Auth } from '../sign-in.ts'

// The screens of this folder are given the sign-in of the process; app.ts sets it beside the office's own variables.
declare module 'hono' {
  interface ContextVariableMap {
    auth: Auth
  }
}

/** Only addresses within the office, so that a link to sign in cannot lead elsewhere afterwards. */
export function localPath(path: string | undefined): string {
  if (!path || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return '/'
  const { origin, pathname, search } = new URL(path, 'http://here.invalid')
  return origin === 'http://here.invalid' && !pathname.startsWith('//') && !pathname.startsWith('/dang-nhap')
    ? pathname + search
    : '/'
}
