import { definePaper } from '../../src/intake/index.ts'

/** 检举控告登记表：受理时登记用。署名人的姓名、电话另外封存，不随表印出来。 */
export const registration = definePaper({
  id: 'registration',
  title: '检举控告登记表',
  of: ['report'],
  blocks: [
    {
      rows: [
        [
          { label: '编　　号', text: '{case.number}' },
          { label: '收到时间', text: '{case.received}' },
        ],
        [
          { label: '来件方式', text: '{case.channel}' },
          { label: '署名方式', field: 'mode' },
        ],
        [
          { label: '姓　　名', field: 'reporter_name', identity: true },
          { label: '联系电话', field: 'phone', identity: true },
        ],
        [
          { label: '以前反映过', field: 'prior' },
          { label: '登记日期', text: '{case.today}' },
        ],
      ],
    },
    {
      each: 'respondents',
      item: '被反映人',
      rows: [
        [
          { label: '姓　　名', field: 'name' },
          { label: '职　　务', field: 'post' },
        ],
        [{ label: '单　　位', field: 'unit' }],
      ],
    },
    {
      each: 'facts',
      item: '反映的事情',
      rows: [
        [
          { label: '时　　间', field: 'time' },
          { label: '地　　点', field: 'place' },
        ],
        [{ label: '经　　过', field: 'what' }],
        [
          { label: '怎么知道的', field: 'known_by' },
          { label: '金　　额', field: 'amount' },
        ],
      ],
    },
    { rows: [[{ label: '证据线索', field: 'evidence' }], [{ label: '如实反映', field: 'statement' }]] },
    { added: '补充情况' },
    {
      rows: [
        [{ label: '受理意见', blank: 3 }],
        [{ label: '领导批示', blank: 3 }],
        [
          { label: '登 记 人', blank: 1, by: 'asked' },
          { label: '复 核 人', blank: 1, by: 'signed' },
        ],
      ],
    },
  ],
})
