import { noMatch } from './answer-no-match.ts'
import { offers } from './answer-offers.ts'
import { reportable, toldOnly, whereThen } from './answer-reportable.ts'
import { beyond, topics } from './answer-topics.ts'
import { worries } from './answer-worries.ts'

// Every fixed sentence around an answer. The rest of an answer is the clauses' own text.
export const answers = {
  noMatch,
  worries: [...worries, reportable, toldOnly, whereThen],
  nationwide: [
    ...['诬告', '污告', '诬陷', '错告', '告错', '举报错', '泄露', '保密', '打击报复'],
    // 能不能举报、往哪举报，全国一样。
    ...['能举报', '不能举报', '可以举报', '可不可以举报', '该举报', '想举报', '举报吗', '举报不', '举报么', '举报得了'],
    ...['怎么举报', '咋举报', '去哪举报', '上哪举报', '往哪举报', '哪里举报', '哪儿举报', '向谁举报', '找谁举报'],
    ...['能告吗', '能告不', '能不能告', '告得了', '告得动', '能反映吗', '能反映不', '能不能反映'],
  ],
  nearest: '不太确定您问的是不是这个，我手里最接近的依据是下面这些；如果不对，请换个说法再问。',
  partNoMatch: '关于“{part}”：我手里的材料没有找到依据，这一点请向当地有权机关核实。',
  part: '关于“{part}”：',
  wholeToo: '您说的整件事，还要看这几条：',
  unavailable: '条文库这会儿用不了，我不会凭记忆作答。请稍后再问，您填了一半的内容不受影响。',
  nameOnly: '先说清楚：这份文件我手里只有名称，没有正文，里面怎么规定的我不能说，请向制定机关索取正式文本。',
  whichPlace: '这件事各地规定不一样，要看是哪个地方。您说的是哪里？目前我有材料的地方：{held}。',
  families: [
    ['容错', '容缺', '免责', '减责', '免予', '不予问责', '三个区分'],
    ['备案'],
    ['澄清', '正名', '不实', '失实', '诬告', '诬陷', '错告', '查否'],
    ['回访'],
    ['问责', '追责'],
    ['处分', '影响期', '警告', '记过', '撤职', '开除'],
    ['举报', '检举', '控告', '反映', '信访', '受理'],
  ],
  placesToo: '{held}对这件事还有自己的规定；告诉我您在哪里，我可以说得更准。',
  dependsOnPlace: '这件事要看是哪个地方，各地规定不一样，互相不能套用。我手里有材料的地方分别是这样：',
  compared: '各地的说法分开列在下面，各管各的地方，不能互相套用：',
  sideEmpty: '手里没有{place}写到这一点的材料。',
  nationalFirst: '全国层面能说的是：',
  notHeld:
    '我手里没有{place}自己的规定，别处的办法也不能拿来套用。下面只是全国层面的规定，{place}怎么执行请向当地有权机关核实。',
  notHeldAtAll: '我手里没有{place}自己的规定，全国层面的材料里也没有找到直接的依据。请向{place}的有权机关核实。',
  reference: '下面是{place}的规定，只供参考，对{home}不适用；{home}怎么办，要看{home}自己的规定和当地有权机关的答复。',
  referenceWithin: '先说明：下面凡是{place}的规定都只供参考，对{home}不适用。',
  onlyThere: '下面是{place}的规定，只在{place}适用，别处只能参考。',
  layerSays: '下面是{place}层面的材料：',
  nothingEverywhere: '全国层面的材料里，我没有找到直接说到这一点的。',
  written: '以下由人工智能整理，每句都对照过条款；以条款原文为准：',
  inPlace: '在{place}，',
  more: '还有这几条也沾边：',
  noMore: '关于这个问题，我手里能用的依据刚才都说了。您可以换个角度问，或者向当地有权机关核实。',
  grounds: '刚才的回答依据的是：',
  noSuchItem: '刚才说到的一共只有{count}项，没有您问的这一项，请核对一下。',
  absentArticle:
    '我这里没有《{instrument}》第{article}条这一条。目前收录的是第{held}条，请核对一下条号，或者告诉我您想问的内容。',
  unheldArticle:
    '《{instrument}》第{article}条的内容我手里没有，并不是说没有这一条。我收录的是第{held}条；第{article}条请查公布的原文，或者告诉我您想问的事。',
  formerArticle: '您说的第{article}条是旧条号，{until}以后不再适用；现在看《{instrument}》{now}。',
  endedArticle:
    '《{instrument}》第{article}条是以前版本里的条文，{until}以后不再适用；现行版本里，我没有找到接替它的条文。',
  list: '{title}，共{count}项：',
  reported: {
    官方答问: '据官方答问，',
    新闻报道: '据报道，',
    调研材料: '据调研材料反映（只供参考），',
    编写建议: '提示：',
  },
  dayCounted: '帮您数了一下：{from}当天不算，从第二天起数{limit}，最后一天是{until}。具体以办理机关的计算为准。',
  dayPassed: '今天是{today}，这一天已经过了；您可以先问问承办机关办到了哪一步。',
  dayBeyond: '从{from}起数{limit}，要数到{covered}以后；那以后的放假安排还不在手里，这一天我先不说死，等通知公布再数。',
  dayImpossible: '{what}，请您核对一下日期，我再帮您数。',
  actBeforeArticle:
    '您说的是{told}的事：《{instrument}》现在的文本从{since}起用，那时这一条是第{former}条{note}，现在是{label}。到底按哪个文本处理，由办案机关依法确定。',
  actBeforeText:
    '您说的是{told}的事：《{instrument}》现在的文本从{since}起用，那时用的是旧文本，旧文本这一条我手里没有。到底按哪个文本处理，由办案机关依法确定。',
  notBinding: '以上来自答问、报道等材料，不是正式条文，办理时请以有权机关公布的文本和答复为准。',
  offers,
  topics,
  beyond,
  starters: ['匿名举报有人管吗？', '错告和诬告有什么区别？', '查否以后怎样申请澄清？'],
} as const
