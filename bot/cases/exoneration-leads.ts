/** 其他线索没查结的先等着：许昌的办法写明了；别处手里没有这一条，是把稳的做法，不引许昌的条款。 */
export const otherLeads = [
  {
    where: { area: '许昌' },
    needs: { other_leads_open: 'no' },
    says: '还有其他线索没查结的，先等查结',
    cite: 'xuchang.clarify.wait',
  },
  {
    where: { area: { not: '许昌' } },
    needs: { other_leads_open: 'no' },
    says: '还有其他线索没查结的，先等查结（当地有没有写，手里没有；这样做把稳些）',
  },
]
