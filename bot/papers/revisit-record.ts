import { definePaper } from '../../src/intake/index.ts'

/** 回访记录：一人一档。本人说不要记的单列一栏，归档以前照本人的意思拿掉。 */
export const revisitRecord = definePaper({
  id: 'revisit-record',
  title: '回访记录',
  of: ['revisit'],
  blocks: [
    {
      rows: [
        [
          { label: '编　　号', text: '{case.number}' },
          { label: '地　　方', field: 'area' },
        ],
        [
          { label: '姓　　名', field: 'visited' },
          { label: '职　　务', field: 'post' },
        ],
        [{ label: '单　　位', field: 'unit' }],
        [{ label: '处理处分', field: 'track' }],
        [
          { label: '计划回访日', field: 'visit_on' },
          { label: '回访日期', field: 'visited_on' },
        ],
        [{ label: '回访人', blank: 1 }],
      ],
    },
    {
      rows: [
        [{ label: '处分的落实', field: 'executed' }],
        [{ label: '没落实的事', field: 'executed_open' }],
        [{ label: '处分以后做的事', field: 'rectified' }],
        [{ label: '权利保障', field: 'rights' }],
        [{ label: '没保障到的', field: 'rights_missing' }],
        [{ label: '心　　情', field: 'feeling' }],
        [{ label: '难　　处', field: 'difficulties' }],
        [{ label: '想对组织说的', field: 'wishes' }],
        [
          { label: '影响期满没有', field: 'influence_over' },
          { label: '想不想当面谈', field: 'talk_wish' },
        ],
        [{ label: '可以记录的', field: 'record' }],
        [{ label: '不要记的', field: 'record_not' }],
      ],
    },
    { added: '补充情况' },
    {
      rows: [
        [
          { label: '看了处分落实', field: 'executed_looked' },
          { label: '看了本人表现', field: 'conduct_looked' },
        ],
        [
          { label: '看了权利保障', field: 'rights_looked' },
          { label: '结果反馈', field: 'fed_back_to' },
        ],
        [{ label: '谈话情况', blank: 4 }],
        [{ label: '处理意见', blank: 3 }],
        [
          { label: '被回访人', blank: 1 },
          { label: '记 录 人', blank: 1 },
        ],
      ],
    },
  ],
  look: [
    { text: '一人一档，不和别人的材料放在一起。', cites: ['nat.right.36'] },
    { text: '本人说“不要记的”，归档以前和本人核对，照本人的意思拿掉。' },
  ],
})
