import { isbot } from 'isbot'

/** Devices, in the order of the columns of site_day. */
export const devices = ['phone', 'tablet', 'computer', 'other'] as const
export type Device = (typeof devices)[number]

/** What the counting takes from a user agent; the text itself goes no further. */
export interface Agent {
  /** On the maintained list of the package isbot, or without any name, as no browser is. */
  bot: boolean
  device: Device
  /** The browser within a social network's own program: Zalo and Facebook open links in one and send no referrer. */
  inSocialApp: boolean
}

/** Classes of user agents, remembered for the most recent ones: `limit` of them at most. */
export function agentClasses(limit = 5000): (userAgent: string) => Agent {
  let known = new Map<string, Agent>()
  return (userAgent) => {
    const text = userAgent.length > 400 ? userAgent.slice(0, 400) : userAgent
    const found = known.get(text)
    if (found) return found
    if (known.size >= limit) known = new Map()
    const agent = classifyAgent(text)
    known.set(text, agent)
    return agent
  }
}

export const classifyAgent = (userAgent: string): Agent => ({
  bot: userAgent.trim() === '' || isbot(userAgent),
  device: deviceOf(userAgent),
  inSocialApp: /\bZalo[ /]|\bFB(AN|AV|_IAB)\b|\bInstagram\b|\bMessenger/i.test(userAgent),
})

function deviceOf(userAgent: string): Device {
  if (/smart-?tv|\btv\b|appletv|bravia|playstation|xbox|nintendo/i.test(userAgent)) return 'other'
  if (/ipad|tablet|kindle|silk|playbook|android(?!.*mobi)/i.test(userAgent)) return 'tablet'
  if (/iphone|ipod|mobi|windows phone|blackberry|opera mini|kaios/i.test(userAgent)) return 'phone'
  return /windows nt|macintosh|mac os x|x11|linux|cros/i.test(userAgent) ? 'computer' : 'other'
}
