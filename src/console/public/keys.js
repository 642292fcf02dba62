// Every key there is, in the order the help sheet shows them: the sheet is made of this list and of nothing else.
// `to`: what carries that data-key is reached; `press`: it is pressed at once, because the same key takes it back.

export const keys = [
  { key: 'j', says: '下一件', repeats: true, does: ({ walk }) => walk(1) },
  { key: 'k', says: '上一件', repeats: true, does: ({ walk }) => walk(-1) },
  { key: 'Enter', says: '打开选中的件', native: true },
  { key: 'a', says: '认领；已经认领的，放回', to: 'a', press: true },
  { key: 'r', says: '写给对方', to: 'r' },
  { key: 'n', says: '记一笔，只在内部', to: 'n' },
  { key: 'm', says: '到办理的步骤', to: 'm' },
  { key: 's', says: '到送复核、复核同意', to: 's' },
  { key: 'd', says: '到文书', to: 'd' },
  { key: '/', says: '到搜索框', does: ({ search }) => search() },
  { key: 'g q', says: '到办件列表', does: ({ queue }) => queue() },
  { key: '?', says: '打开这张表，Esc 关上', does: ({ help }) => help() },
]
