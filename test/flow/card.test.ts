import { expect, it } from 'vitest'
import { card } from '../../src/flow/index.ts'
import { general, local, toy } from './toy.ts'

const clauses = {
  'law.1': { instrument: '借车办法', label: '第1条' },
  'law.2': { instrument: '借车办法', label: '第2条' },
  'law.3': { instrument: '借车办法', label: '第3条' },
}

it('a card says in plain words what is asked, why, of whom, and how it is judged', () => {
  expect(card(toy, [local, general], clauses)).toMatchSnapshot()
})

it('without clause notes the ids stand there instead', () => {
  expect(card(toy, [local], {})).toContain('（law.1）')
})
