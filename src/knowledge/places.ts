import type { z } from 'zod'
import type { Place } from './library.ts'
import type { placesFile } from './schema.ts'

/** Places in full from the compact file: provinces first, then cities, then counties, so that the larger place keeps a shared short name. */
export function expand(file: z.infer<typeof placesFile>): readonly Place[] {
  const taken = new Set<string>()
  const whole = new Set(names(file.whole ?? ''))
  const places: Place[] = []
  const add = (name: string, within?: string) => {
    const plain = file.shorts[name] ?? shorten(name)
    // 湘潭县 next to 湘潭市: a short name must mean one place only.
    const short = taken.has(plain) || whole.has(name) ? name : plain
    taken.add(short)
    places.push({ name, short, ...(within ? { within } : {}) })
  }
  for (const province of Object.keys(file.cities)) add(province)
  for (const [province, cities] of Object.entries(file.cities)) for (const city of names(cities)) add(city, province)
  for (const [city, counties] of Object.entries(file.counties)) for (const county of names(counties)) add(county, city)
  return places
}

function names(listed: string): readonly string[] {
  return listed.split(/\s+/).filter(Boolean)
}

const peoples =
  '土家族|苗族|藏族|彝族|羌族|布依族|侗族|壮族|傣族|景颇族|傈僳族|白族|哈尼族|回族|佤族|蒙古族?|朝鲜族|哈萨克|柯尔克孜'
const suffix = new RegExp(`(?:(?:${peoples})*自治[州县]|地区|林区|[省市县区旗盟州])$`, 'u')

/** 许昌市 → 许昌, 湘西土家族苗族自治州 → 湘西. What would be a single character keeps its suffix. */
function shorten(name: string): string {
  const short = name.replace(suffix, '')
  return short.length > 1 ? short : name
}
