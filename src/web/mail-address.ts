/** Whether a text looks like one address a mail can be sent to. Whether anybody reads there it does not tell. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>".]+(?:\.[^\s@,;<>".]+)+$/.test(text)
