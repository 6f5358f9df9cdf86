/** Names of the fields of a question. */
export const names = { field: 'linh-vuc', title: 'tieu-de', body: 'noi-dung', onlyAsks: 'chi-hoi' } as const
