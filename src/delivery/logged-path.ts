/** A path as it may stand in a log: whoever has the code of a case may act as its sender, so the code is left out. */
export const loggedPath = (path: string): string => path.replace(/(\/theo-doi\/)[^/?]+/gi, '$1…')
