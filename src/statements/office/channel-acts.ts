import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, numberOf, typedForm } from '../../sites/office/form.tsx'
import { moveChannel } from '../move-channel.ts'
import { removeChannel } from '../remove-channel.ts'
import { saveChannel } from '../save-channel.ts'
import { showChannels } from './channel-screen.tsx'

const saved = (c: OfficeContext): Response => c.redirect(`/cong/${c.var.siteId}/kenh?da-luu=1`, 303)

function channelIdOf(c: OfficeContext): number {
  const id = numberOf(c.req.param('channel'))
  if (id === undefined) throw new NotFound()
  return id
}

/** POST /cong/:site/kenh, and with a number POST /cong/:site/kenh/:channel. */
async function keep(c: OfficeContext, channelId?: number): Promise<Response> {
  const typed = await typedForm(c)
  const { kind = '', name = '', href = '', purpose = '' } = typed
  const act = { siteId: c.var.siteId, channelId, kind, name, href, purpose }
  const result = await attempt(c, ['kind', 'name', 'href', 'purpose'], (tx) => saveChannel(tx, c.var.actor, act))
  return 'errors' in result ? showChannels(c, { channelId, errors: result.errors, typed }) : saved(c)
}
export const saveNewChannel = (c: OfficeContext): Promise<Response> => keep(c)
export const saveOldChannel = (c: OfficeContext): Promise<Response> => keep(c, channelIdOf(c))

/** POST /cong/:site/kenh/:channel/vi-tri. */
export async function saveChannelPlace(c: OfficeContext): Promise<Response> {
  const { direction } = await typedForm(c)
  const act = {
    siteId: c.var.siteId,
    channelId: channelIdOf(c),
    direction: direction === 'up' ? 'up' : 'down',
  } as const
  const result = await attempt(c, [], (tx) => moveChannel(tx, c.var.actor, act))
  return 'errors' in result ? showChannels(c, { errors: result.errors, typed: {} }) : saved(c)
}

/** POST /cong/:site/kenh/:channel/bo. */
export async function dropChannel(c: OfficeContext): Promise<Response> {
  const act = { siteId: c.var.siteId, channelId: channelIdOf(c) }
  const result = await attempt(c, [], (tx) => removeChannel(tx, c.var.actor, act))
  return 'errors' in result ? showChannels(c, { errors: result.errors, typed: {} }) : saved(c)
}
