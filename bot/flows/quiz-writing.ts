import { defineSteps } from '../../src/flow/index.ts'

/** 小测的前四题：走哪条路、写不写名字、写什么、听来的怎么写。 */
export const writingQuestions = defineSteps([
  {
    ask: {
      id: 'channel',
      kind: 'choice',
      label: '走哪条路',
      aka: ['走哪条路'],
      ask: '第一题：村支书把集体的钱揣进自己兜里，您想反映，走哪条路合适？',
      short: '走哪条路合适？',
      why: '路走对了，信才到得了该管的人手里，也不会到处传。',
      example: '回复“1”；或者“打12388”。',
      cite: 'nat.ch.12388',
      effect: '这一题是这样：反映党员违纪、公职人员职务违法犯罪，12388的电话、网站，寄信，当面，都行。',
      options: {
        合适: {
          label: '打12388、上12388网站、寄信或者当面说',
          // biome-ignore format: 一组词一行
          words: ['12388', '打电话', '寄信', '写信', '当面', '举报网站', '上网站', '走正规', '第一条'],
        },
        发网上: {
          label: '发到抖音、朋友圈，让大家都看见',
          // biome-ignore format: 一组词一行
          words: ['抖音', '朋友圈', '发网上', '发到网上', '群里', '短视频', '微博', '曝光', '让大家'],
        },
        组织部: {
          label: '打组织部门的12380',
          // biome-ignore format: 一组词一行
          words: ['12380', '组织部', '组织部门'],
        },
      },
    },
  },
  {
    tell: 'channel_fits',
    only: { channel: '合适' },
    says: [
      {
        text: '对，就走这条路。党员违纪、公职人员职务违法犯罪，打12388、上举报网站都行，打本地的前面加拨区号；寄信、到接待场所当面说也可以。',
        cites: ['nat.ch.12388', 'nat.rule.channel'],
      },
    ],
  },
  {
    tell: 'channel_mixed',
    only: { channel: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：党员违纪、公职人员职务违法犯罪，找12388，电话、网站都行，也可以寄信、当面说；12380管的是跑官买官这些选人用人的事。',
        cites: ['nat.ch.12388', 'nat.ch.12380', 'nat.rule.channel'],
      },
      {
        text: '发到网上，不等于反映给了该管的人；传得满天飞，也不利于保护您自己。写好了交到一处就行，不多头散发。',
        cites: ['nat.write.tips'],
      },
    ],
  },
  {
    ask: {
      id: 'naming',
      kind: 'choice',
      label: '实名还是匿名',
      aka: ['实名还是匿名'],
      ask: '第二题：不写名字的举报，机关收不收？',
      short: '匿名的收不收？',
      why: '怕露名字又怕没人管，是大家最常有的两样担心。',
      example: '回复“2”；或者“有具体内容就收”。',
      cite: 'nat.rule.reject.anon',
      effect: '这一题是这样：匿名的不会因为匿名就不收，有具体内容的照常处理。',
      options: {
        不收: {
          label: '不写名字的一律不收',
          // biome-ignore format: 一组词一行
          words: ['一律不收', '不收', '不受理', '没人收', '不理'],
        },
        合适: {
          label: '有具体内容的，照常处理',
          // biome-ignore format: 一组词一行
          words: ['照常处理', '照常', '具体内容', '有内容', '照样', '会收', '收的', '受理', '能收'],
        },
      },
    },
  },
  {
    tell: 'naming_fits',
    only: { naming: '合适' },
    says: [
      {
        text: '对。匿名的不会因为匿名就不收，有具体内容的照常处理，只是没办法把受理情况、结果告诉您。',
        cites: ['nat.rule.reject.anon'],
      },
      { text: '实名的优先办理、优先处置、给予答复。写不写名字，您自己定。', cites: ['nat.rule.realname.priority'] },
    ],
  },
  {
    tell: 'naming_mixed',
    only: { naming: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：不受理的是没有实质内容的，不是匿名的。匿名的有具体内容就照常处理，只是没办法把受理情况、结果告诉您。',
        cites: ['nat.rule.reject.anon'],
      },
      {
        text: '想要答复的，可以用实名：优先办理、优先处置、给予答复。写不写名字，您自己定。',
        cites: ['nat.rule.realname.priority'],
      },
    ],
  },
  {
    ask: {
      id: 'writing',
      kind: 'choice',
      label: '怎么写',
      aka: ['怎么写'],
      ask: '第三题：下面哪一句写进举报里更管用？',
      short: '哪一句更管用？',
      why: '写得具体，查的人才知道从哪里查起。',
      example: '回复“1”；或者“写事情的那句”。',
      cite: 'nat.rule.reject.3',
      effect: '这一题是这样：写清楚谁、什么时候、在哪里、做了什么，比骂他更管用。',
      options: {
        合适: {
          label: '“去年秋天，分给村里的十袋化肥，有三袋搬进了他家仓房”',
          // biome-ignore format: 一组词一行
          words: ['化肥', '写事情', '具体的', '有时间', '第一句', '三袋', '前一句'],
        },
        骂人: {
          label: '“他就是个大贪官，罪大恶极，不抓不足以平民愤”',
          // biome-ignore format: 一组词一行
          words: ['大贪官', '贪官', '罪大恶极', '骂', '平民愤', '第二句', '后一句'],
        },
      },
    },
  },
  {
    tell: 'writing_fits',
    only: { writing: '合适' },
    says: [
      { text: '对。谁、什么时候、在哪里、做了什么，写清楚这几样，查的人就有地方下手。', cites: ['nat.write.tips'] },
      { text: '光有名目、没有实质内容的，规定里是不受理的，所以具体的事比大帽子管用。', cites: ['nat.rule.reject.3'] },
    ],
  },
  {
    tell: 'writing_mixed',
    only: { writing: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：话说得重，不等于信写得实。只有名目、没有实质内容的，规定里是不受理的。',
        cites: ['nat.rule.reject.3'],
      },
      {
        text: '第一句有时间、有东西、有去处，查的人就有地方下手。谁、什么时候、在哪里、做了什么，照实写就好。',
        cites: ['nat.write.tips'],
      },
    ],
  },
  {
    ask: {
      id: 'hearsay',
      kind: 'choice',
      label: '听说的事',
      aka: ['听说的事'],
      ask: '第四题：事情是听邻居讲的，自己没看见，怎么办？',
      short: '听来的怎么写？',
      why: '多数人知道的事，一半是听来的，写法对了就不怕。',
      example: '回复“2”；或者“写上是听邻居讲的”。',
      cite: 'nat.write.tips',
      effect: '这一题是这样：听来的也能写，写明是听来的，拿不准的写“需核实”。',
      options: {
        亲见: {
          label: '写成自己亲眼看见的，显得可信',
          // biome-ignore format: 一组词一行
          words: ['写成亲眼', '写成自己', '说成亲眼', '当成亲眼', '显得可信', '说亲眼'],
        },
        合适: {
          label: '能写，照实写明是听来的',
          // biome-ignore format: 一组词一行
          words: ['照实', '写明', '注明', '写上是听', '写清楚听', '能写', '可以写', '听邻居', '需核实'],
        },
        不写: {
          label: '不是亲眼看见的，一个字也不能写',
          // biome-ignore format: 一组词一行
          words: ['不能写', '不写', '一个字', '不可以写', '不敢写'],
        },
      },
    },
  },
  {
    tell: 'hearsay_fits',
    only: { hearsay: '合适' },
    says: [
      {
        text: '对。亲眼看见的和听来的分开写，拿不准的写上“需核实”。来源写得老实，就是对自己的保护。',
        cites: ['nat.write.tips'],
      },
    ],
  },
  {
    tell: 'hearsay_mixed',
    only: { hearsay: { not: '合适' } },
    says: [
      {
        text: '这里容易弄混：听来的能写，但不要写成自己看见的。亲眼看见的和听来的分开写，拿不准的写上“需核实”，就不怕了。',
        cites: ['nat.write.tips'],
      },
    ],
  },
])
