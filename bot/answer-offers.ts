interface Offer {
  readonly flow: string
  readonly first?: true
  readonly when: readonly (readonly (readonly string[])[])[]
  readonly unless?: readonly string[]
}

/** Words apart by blanks, any of which will do. */
const any = (words: string): readonly string[] => words.split(' ')

/** 问到这些，除了回答，还问一句要不要填表。first：比答复自带的表更贴切，先用它；没开的表从不提。 */
export const offers: readonly Offer[] = [
  {
    // 问自己这件事能不能先备案。
    flow: 'risk-filing',
    first: true,
    when: [
      [
        ['备案', '报备'],
        any(
          '怎么办 咋办 怎么弄 咋弄 怎么走 怎么做 怎么申请 如何 要办 想办 申请 帮我 填 找谁 交给谁 流程 能不能 可以吗 我们 补备案',
        ),
      ],
    ],
    unless: any('网站 icp 合同 租赁 章程 竣工 登记备案 备案登记 撤销 等于免责 举报'),
  },
  {
    flow: 'tolerance-application',
    first: true,
    when: [[['容错', '免责', '减责'], any('申请 找谁 向谁 交给谁 交给哪 提交 往哪交 什么材料 哪些材料 帮我写')]],
    unless: any('备案 补偿 档案 第几条 复议 不同意 结论'),
  },
  {
    // 自己被错告、冤枉，想说清楚。
    flow: 'exoneration',
    first: true,
    when: [
      [
        any('澄清 正名 清白 恢复名誉 消除影响'),
        any('怎么办 咋办 怎么澄清 怎么申请 申请 帮我 给我 我被 我想 找谁 交给谁 冤枉 诬告 能不能 可以 写啥 写什么'),
      ],
      [
        any('冤枉 诬告 诬陷 瞎告 乱告 错告 恶意举报'),
        ['被', '了我', '我了'],
        any('怎么办 咋办 怎么澄清 说清 查否 不属实 没事 找谁 申请'),
      ],
    ],
    unless: any('诬告别人 我举报 告错 举报错 补偿'),
  },
  {
    flow: 'accountability',
    first: true,
    when: [
      [any('被约谈 约谈我 约谈通知 要约谈 被问责 问责我 要问责 被追责 被诫勉 诫勉了 受到问责 问责决定 挨了问责')],
      [['约谈', '问责'], any('怎么办 咋办 怎么说明 怎么申诉 不服 写说明 写检查 准备什么')],
    ],
    unless: ['举报', '第几条', '备案'],
  },
  {
    flow: 'revisit',
    first: true,
    when: [
      [['影响期', '处分期', '回访']],
      [
        any('受了处分 受过处分 背了处分 挨了处分 处分期满 处分满 处分到期'),
        any('提拔 评优 考核 多久 什么时候 怎么办 解除 影响'),
      ],
    ],
    unless: ['举报', '诬告'],
  },
  {
    flow: 'quiz',
    first: true,
    when: [[any('考考我 考我几题 测一测 测测我 做几道题 答题 小测验 知识测试 练习题 自测题')]],
    unless: ['举报', '备案'],
  },
  {
    flow: 'hand-over',
    first: true,
    when: [[any('转人工 人工客服 找人工 要人工 真人 找个工作人员 找工作人员 跟工作人员说 和工作人员说')]],
  },
  {
    flow: 'report',
    when: [
      [
        any(
          '怎么举报 咋举报 如何举报 我要举报 我想举报 想举报 举报材料怎么写 举报信怎么写 去哪举报 去哪告 怎么反映 向谁反映 怎么告 匿名举报 实名举报',
        ),
      ],
    ],
    unless: ['被举报', '举报我', '查否', '不属实'],
  },
  {
    // 只讲了干部做的事，没说要举报。
    flow: 'report',
    when: [
      [
        any(
          '书记 支书 村主任 主任 村长 镇长 乡长 局长 科长 所长 校长 院长 会计 会记 法官 民警 劳动局 人社局 监察大队 派出所 村干部',
        ),
        any(
          '贪污 贪了 吃回扣 拿回扣 收回扣 受贿 挪用 截留 冒领 烟酒 收他 侵吞 私分 吃空饷 收红包 收黑钱 收好处 一伙 他是亲戚 是他哥 是他弟 护着他 收了 好处 吃低保 吃了低保 把低保 收钱',
        ),
      ],
    ],
    unless: any('被举报 举报我 告我 说我 骂我 诬 处分 吗 怎么处 第几条 什么 多久 澄清 容错'),
  },
  {
    flow: 'tolerance-check',
    when: [
      [['容错', '免责', '减责'], any('能不能 算不算 可不可以 能容 可以容 符合 够不够 我们 我单位 我们单位 我的项目')],
    ],
    unless: ['补偿', '档案', '第几条'],
  },
  {
    flow: 'false-accusation',
    when: [
      [
        any('诬告 错告 告错 举报错 举报不实 查不属实 不属实'),
        any('怕 会不会 坐牢 处理我 告我 担责 追究 后果 怎么办 咋办'),
      ],
    ],
  },
]
