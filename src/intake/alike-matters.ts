/**
 * What reports are about, in the words people use for it: two who tell one matter seldom choose the same words, but most
 * often words of one line. Only for telling matters apart; no line is a charge, and nothing is called by its number.
 */
const lines: readonly string[] = [
  '修路 修村道 村道 铺路 硬化 水泥路 道路 公路 路面 通村路 村村通',
  '水泥 沙子 砂石 石子 建材 钢筋 砖 材料款',
  '吃回扣 回扣 返点 提成 好处费 吃好处 供应商的钱 供应商给',
  '药商 药代 医药代表 药品 进药 谁的药 供应商',
  '低保 低保户 低保金 困难补助 救助金 五保 特困',
  '危房 危改 危房改造 翻建 建房补助',
  '征地 占地 征地款 土地补偿 征地补偿 青苗 青苗费 补偿款 占地款',
  '拆迁 拆迁款 安置房 回迁房 安置 房屋征收',
  '扶贫 扶贫款 扶贫资金 产业扶贫 贫困户 帮扶 光伏',
  '招标 投标 围标 串标 中标 陪标 评标 标书 工程发包 不公开招标',
  '工程 工程款 承包 包工程 包给 转包 施工',
  '请客 吃喝 吃饭 宴请 酒席 饭店 饭局 招待 大吃大喝 公款吃喝 招待费 签单 白吃 吃完',
  '红包 收红包 礼金 送礼 收礼 随礼 份子钱 烟酒 购物卡 茅台',
  '婚礼 结婚 嫁女 娶媳妇 满月酒 升学宴 乔迁 办酒 摆酒 大操大办',
  '公车 公家车 单位的车 私用 开着单位 公车私用 用公车 公务车 公务用车',
  '虚报 冒领 假名字 顶名 挂名 吃空饷 空饷 造假名单 套取 骗取 套钱',
  '发票 假发票 虚开 报销 报账 多报 虚列 白条',
  '截留 克扣 扣下 没发 不发 少发 没给 挪用 挪走 私吞 侵吞 揣进',
  '账目 账本 不公开 不公示 公示 村务公开 财务公开 没公布',
  '亲戚 弟弟 小舅子 侄子 儿子 媳妇 老婆 妻子 外甥 女婿 亲属 优亲厚友 照顾亲戚',
  '安排工作 进编 招聘 招工 考编 岗位 公益岗 公益性岗位 临时工',
  '打牌 赌博 打麻将 赌钱 推牌九',
  '打人 骂人 态度 推搡 耍横 粗暴 动手',
  '刁难 卡着 不给办 拖着 盖章 办证 吃拿卡要 要钱才办 办事',
  '集资 集体资金 集体的钱 公款 村集体 集体收入 集体款',
  '出租 承包地 租金 发包 鱼塘 果园 机动地 门面房 门面 承包费',
  '树 树木 卖树 砍树 林木 杨树',
  '沙场 挖沙 采砂 盗采 采石 矿 挖土 河沙 河里的沙 砂石 卖沙',
  '学费 补课 补课费 校服 食堂 餐费 伙食费 教辅 资料费 乱收费 择校',
  '贷款 借钱 借给 放贷 高利贷 利息',
  '超生 社保 医保 养老金 骗保 合作医疗 新农合',
  '自来水 水费 打井 机井 电费 水管',
  '收钱 要钱 送钱 给了钱 收了 索要 伸手要',
  '选举 拉票 贿选 换届 选票',
  '环保 污染 排污 臭水 垃圾 废水',
  '上班 不上班 迟到 早退 脱岗 喝酒 酒后 值班',
  '房子 多套房 违建 盖楼 宅基地 占宅基地 建房',
  '情妇 情人 婚外 作风 不正当关系',
  '旅游 出国 公款旅游 考察 游玩 出去玩 景区',
  '设备 器材 采购 电脑 空调 采购款 耗材',
  '井盖 路灯 广场 健身器材 厕所 改厕 旱厕',
  '化肥 种子 农药 农资 粮食 补贴 粮补 直补 种粮补贴',
  '抗疫 捐款 捐赠 物资 救灾 米面油 慰问品',
]

/** Word → the lines it stands in, the longest words first where they are looked up. */
const byWord: ReadonlyMap<string, readonly number[]> = lines.reduce((found, line, n) => {
  for (const word of line.split(' ')) found.set(word, [...(found.get(word) ?? []), n])
  return found
}, new Map<string, number[]>())
const words = new RegExp([...byWord.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** The lines a text has words of. */
export function mattersIn(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(words)].flatMap(([word]) => byWord.get(word) ?? []))
}
