const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
/** Numbers of persons however they are grouped: telephones of nine to eleven digits, identity numbers of nine or twelve. */
const number = /(?<![\d])\+?\d(?:[ .-]?\d){8,11}(?![\d])/gu

/** A text of a reader with addresses and numbers of persons made unreadable, for lists that many people open. */
export const maskPersonalData = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(mail, '•••@•••')
    .replace(number, (found) => found.replace(/\d/g, '•'))
