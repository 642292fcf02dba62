import type { Lack } from '../runtime/index.ts'

/** What an office lacks, what that means, and what to do. */
export const lackWords: Readonly<Record<Lack, string>> = {
  'no-security': '还没有安全管理员，岗位先由系统管理员分配。请尽快另请一位同事担任。',
  'no-auditor': '还没有审计管理员，台账先由系统管理员看。请尽快另请一位同事担任。',
  'admin-sees-cases': '系统管理员现在兼着办件。有了别的办件同事以后，请到这里去掉他的办件岗位。',
  'nobody-works': '还没有受理或承办人员，交来的件没有人能看到。',
  'no-reviewer': '还没有复核人员。查看举报人身份、导出办件要两个人，现在还做不了。',
}
