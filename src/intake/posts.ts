/**
 * Who makes a move, in the words of the texts: three desks of the office itself, and bodies outside the console whose
 * decision an officer writes down.
 */
export const posts = [
  '受理人员',
  '承办人员',
  '复核人员',
  '申请单位',
  '班子',
  '党组（党委）',
  '分管领导',
  '本机关主要负责人',
  '上级机关',
  '监督检查室',
  '会商',
  '常委会',
] as const
export type Post = (typeof posts)[number]
