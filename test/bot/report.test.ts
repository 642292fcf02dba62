import { describe, expect, it } from 'vitest'
import { fresh } from '../../src/dialogue/index.ts'
import { bot } from '../support/bot.ts'
import { DRAFT_CODE, talk, tell, tellAll, withoutClockOrChance } from '../support/talk.ts'

withoutClockOrChance()

const anonymous = ['我要举报', '匿名', '村支书王大贵', '去年8月，药商给他送了五万块，放在他办公室'] as const

describe('检举控告：从第一问到回执', () => {
  talk(bot, '匿名：人、事、来源、材料，核对以后才交，回执只给一次', [
    ['我要举报', '+flow_started:report', '实名还是匿名'],
    ['匿名', '=mode 匿名', '您要反映的是谁'],
    ['俺们村的会计', '=respondents[0].post 会计', '请说说是什么事'],
    ['2025年3月，他用修路的钱给自己家盖房子', '=facts[0].time 2025-03-01~2025-03-31', '您是怎么知道的'],
    ['我亲眼看见的', '=facts[0].known_by 亲见', '大概涉及多少钱'],
    ['两三万', '=facts[0].amount 20000~30000', '哪个单位'],
    ['清河镇柳树村', '=respondents[0].unit 清河镇柳树村', '有没有照片'],
    [
      '账本复印件、会计也能作证',
      '=evidence 账本复印件、会计也能作证',
      '回复“属实”',
      '1. 署名方式：匿名',
      '被反映人 · 职务：会计',
    ],
    ['属实', '→ 提交：report → report', '+report_submitted', '{{receipt}}', '最后四位'],
    ['1234', '→ 核对：1234', '+receipt_confirmed', '-{{receipt}}'],
  ])

  talk(bot, '实名：姓名电话一句话说完，电话只显示头尾，多问一句以前反映过没有', [
    ['我要实名举报', '=mode 实名', '您的姓名'],
    ['我叫李秀英 电话13812345678', '=reporter_name 李秀英', '=phone 13812345678', '138****5678', '-13812345678'],
    ['村支书王大贵', '=respondents[0].name 王大贵', '=respondents[0].post 村支书'],
    ['前年开始到现在他把集体的鱼塘包给他弟弟', '=facts[0].time 2024-01-01~2026-11-23'],
    ['村里都在传', '=facts[0].known_by 转述'],
    ['柳树村三组', '=facts[0].place 柳树村三组'],
    ['清河镇柳树村'],
    ['没有', '=evidence ', '向别的机关反映过吗'],
    ['没告过', '=prior no', '您的姓名：李秀英', '138****5678', '-13812345678'],
    ['属实', '→ 提交：report → report'],
  ])

  talk(bot, '一句话里有人、有时间、有钱：每一项都照原话念回来，听说的单独成一件', [
    [
      '我要举报我们村支书王大贵去年八月份修村道的时候把水泥拉自己家去了听说还收了包工头五万块',
      '+flow_started:report',
      '=respondents[0].name 王大贵',
      '=facts[0].time 2025-08-01~2025-08-31',
      '=facts[1].amount 50000~50000',
      '=facts[1].known_by 转述',
      '第1件事情——',
      '第2件事情——',
      '五万块（5万元）',
    ],
    ['匿名', '第1件事情（去年八月份修村道的时候把…）', '怎么知道的'],
    ['亲眼看见', '这件事发生在哪里'],
    ['村东头', '-第2件事情', '哪个单位'],
  ])

  talk(bot, '两个人一起说，记成两位', [
    ...anonymous.slice(0, 2).map((u) => [u] as [string]),
    [
      '村支书王大贵和会计李二狗',
      '=respondents[0].name 王大贵',
      '=respondents[1].name 李二狗',
      '=respondents[1].post 会计',
      '第2位被反映人',
    ],
  ])

  talk(bot, '没有名字就写姓，括号是半角的', [
    ...anonymous.slice(0, 2).map((u) => [u] as [string]),
    ['区城管局采购科科长,姓赵,名字不清楚', '=respondents[0].name 赵某(名不详)', '=respondents[0].unit 区城管局采购科'],
  ])

  talk(bot, '繁体原样保存，选项照样认得', [
    ['我要舉報', '+flow_started:report'],
    ['匿名舉報', '=mode 匿名'],
    ['鎮衛生院院長', '=respondents[0].post 院長'],
    ['前年開始，每個月收藥商的錢', '=facts[0].what 前年開始，每個月收藥商的錢'],
  ])
})

describe('检举控告：不答、问一句、停一停', () => {
  talk(bot, '跳过、不知道、不想说是三样，都不当作“没有”', [
    ['我要举报'],
    ['匿名'],
    ['镇卫生院院长'],
    ['收回扣', '什么时候'],
    ['跳过', '=facts[0].time skipped', '具体是怎么回事'],
    ['不知道', '=facts[0].what unknown'],
    ['不想说', '=facts[0].known_by declined', '可以不说，不过写明来源更便于核实'],
  ])

  talk(bot, '填到一半问一句：先答，回到原题；问的话不进表', [
    ...anonymous.map((u) => [u] as [string]),
    [
      '举报后多久有结果',
      '→ 检索：举报后多久有结果',
      '（答复）',
      '怎么知道的',
      '=facts[0].known_by 无',
      '+flow_resumed',
    ],
    ['听说的，会不会查到是我说的？', '=facts[0].known_by 转述', '→ 检索：会不会查到是我说的?'],
  ])

  talk(bot, '说事的时候顺带问：事记下，问题单独去查，查的时候不带事', [
    ['我要举报'],
    ['匿名'],
    ['镇卫生院院长'],
    ['他去年收了药商五万块，这算不算违纪？', '=facts[0].what 他去年收了药商五万块', '→ 检索：这算不算违纪?'],
  ])

  it('举报里问的话查不到，也不进知识缺口台账', () => {
    const { effects } = tell(bot, tellAll(bot, anonymous).state, '王大贵送礼这事你们管不管', {
      outcome: 'no-match',
      text: '没有找到',
      cites: [],
      suggestions: [],
    })
    expect(effects.some((e) => e.type === 'gap')).toBe(false)
    const outside = (text: string) =>
      tell(bot, fresh, text, { outcome: 'no-match', text: '没有找到', cites: [], suggestions: [] }).effects.filter(
        (e) => e.type === 'gap',
      )
    expect(outside('食堂几点开饭，村支书王大贵知道吗')).toEqual([])
  })

  talk(bot, '为什么要问、什么意思、没听清，各有各的答法', [
    ['我要举报'],
    ['为什么要问这个', '按规定告诉您', '实名，还是匿名'],
    ['什么意思', '可以这样回答', '实名，还是匿名'],
    ['没听清', '实名，还是匿名？'],
    ['还有几个问题', '个问题'],
    ['你是机器人吗', '不是真人'],
    ['我想想', '不着急'],
    ['你帮我选吧', '=mode 无'],
    ['垃圾机器人', '+handoff_offered'],
    ['转人工', '+flow_started:hand-over', '=about 检举控告', '=stopped_at 署名方式', '12388', '想跟工作人员说什么'],
  ])

  talk(bot, '先说事再问时间，跳着说也接得住', [
    [
      '我想匿名举报镇卫生院院长吃回扣,顺便问下你们几点上班,还有错告会咋样',
      '+flow_started:report',
      '+queued:2',
      '→ 检索：顺便问下你们几点上班',
      '=mode 匿名',
      '什么时候',
    ],
    ['前年开始到现在', '=facts[0].time 2024-01-01~2026-11-23'],
    [
      '药商每个月给他送钱,一次一两万,司机老陈跟我说的',
      '=facts[0].amount 10000~20000',
      '=facts[0].known_by 转述',
      '有没有照片',
    ],
  ])

  talk(bot, '取消有三样选：留着、删掉、接着填；删之前再问一次', [
    ...anonymous.map((u) => [u] as [string]),
    ['算了不填了', '留草稿，还是彻底删除，还是继续填'],
    ['继续填', '+flow_resumed', '怎么知道的'],
    ['算了'],
    ['删了还能恢复吗', '→ 检索：删了还能恢复吗'],
    ['彻底删除', '确定要删吗'],
    ['删了能找回来吗', '→ 检索：删了能找回来吗', '-没有留下内容', '确定要删吗'],
    ['别删', '没有删', '怎么知道的'],
    ['取消'],
    ['先留着', '+flow_cancelled', '+draft_saved', '+draft_code_issued', '{{draftCode}}', '→ 存草稿：report', '30 天'],
    ['删掉草稿', '草稿码发给我'],
    ['没有码', '自动删除'],
    ['继续', '草稿码'],
    ['D 1234 5678 1234 5679', '没有找到'],
    [DRAFT_CODE, '+flow_resumed:report', '=mode 匿名', '上次写到', '怎么知道的'],
    ['删掉草稿', '确定要删吗'],
    ['是', '→ 删草稿：report', '→ 删存稿', '+draft_deleted', '没有留下内容'],
    ['继续', '没有留着的草稿'],
  ])

  talk(bot, '取消问到一半，人接着答题：算答题，不算删', [
    ['我要举报'],
    ['算了'],
    ['匿名', '=mode 匿名'],
    ['2', '-彻底删除后找不回来'],
  ])

  talk(bot, '不属实就不交，草稿留着', [
    ...anonymous.map((u) => [u] as [string]),
    ['听说的'],
    ['清河镇'],
    ['没有', '回复“属实”'],
    ['跳过', '属实'],
    ['能改吗', '→ 检索：能改吗'],
    ['先不提交', '没有提交', '+draft_saved', '{{draftCode}}'],
    [DRAFT_CODE, '回复“属实”', '1. 署名方式：匿名'],
  ])

  talk(bot, '填着这张又要那张：这张留着，那张开始', [
    ...anonymous.map((u) => [u] as [string]),
    ['我要做容错自查', '+draft_saved', '+flow_started:tolerance-check', '“检举控告”先替您留着', '哪个市'],
    ['刚才那个举报接着填', '+flow_resumed:report', '怎么知道的'],
  ])

  talk(bot, '一句话两件事：先办哪件说清楚，办完提醒另一件', [
    ['我要举报镇卫生院院长。另外我要做个容错自查', '+flow_started:report', '+queued:1', '先办“检举控告”'],
    ['算了'],
    ['留草稿', '“容错自查”，现在开始吗'],
  ])

  talk(bot, '有危险先说安全，填的留着', [
    ...anonymous.map((u) => [u] as [string]),
    ['我活不下去了，不如死了算了', '12356', '+safety', '+draft_saved'],
    ['继续', '+flow_resumed:report', '怎么知道的'],
  ])

  it('讲到被威胁：先说安全，讲的话一句不丢', () => {
    const story = '我去镇里反映以后，他带人堵在我家门口，说再告就打断我的腿'
    const asked = tellAll(bot, ['我要举报', '匿名', '镇卫生院院长', '收回扣', '去年8月'])
    const told = tell(bot, asked.state, story)
    expect(told.events).toContain('safety')
    expect(told.text).toContain('110')
    const draft = told.state.drafts[0]
    expect(Object.values(draft?.answers ?? {}).map((a) => a.said)).toContain(story)
  })

  it('四次答不上来，四次说法都不一样', () => {
    let { state } = tellAll(bot, ['我要举报', '匿名', '镇卫生院院长', '收回扣'])
    const sentences: string[] = []
    for (const text of ['红红绿绿', '这样那样', '蓝天白云', '绿水青山']) {
      const told = tell(bot, state, text)
      state = told.state
      sentences.push(...told.text.split('\n').filter((s) => s !== ''))
    }
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(state.frame?.answers['facts[0].time']).toBeUndefined()
  })
})
