import type { Corpus } from '../../src/search/index.ts'

/** A dozen made-up clauses of four instruments of differing rank. */
export const corpus: Corpus = {
  instruments: [
    { title: '中华人民共和国晒谷法' },
    { title: '晒谷场管理条例', names: ['场规'] },
    { title: '最高人民法院关于适用《中华人民共和国晒谷法》的解释（一）' },
    { title: '晒谷车辆停放办法' },
  ],
  clauses: [
    clause('a1', 0, '第一条', '总则', '为了保护谷物，制定本法。'),
    clause('a12', 0, '第十二条', '法律责任', '毁坏谷物的，处五百元以下罚款。'),
    clause('a12-1', 0, '第十二条之一', '法律责任', '情节轻微的，免予处罚。'),
    { ...clause('a13.1', 0, '13', '法律责任', '有下列行为的，责令改正：'), part: '1' },
    { ...clause('a13.1.2', 0, '13', '法律责任', '（二）夜间翻晒扰民的；'), part: '1.2' },
    clause('b1', 1, '第一条', '总则', '晒谷场由村民委员会管理。'),
    clause('b2', 1, '第二条', '总则', '劳动者有权取得劳动报酬。'),
    clause('c1', 2, '第一条', '', '毁坏谷物数额较大的，依照本解释处理。'),
    clause('d1', 3, '第一条', '停放', '车辆停放在路边，不得占用晒谷场。'),
    clause('d2', 3, '第二条', '停放', 'A4 纸张贴公告，5 日后清理。'),
  ],
}

function clause(id: string, instrument: number, article: string, headings: string, text: string) {
  return { id, instrument, article, headings, text }
}
