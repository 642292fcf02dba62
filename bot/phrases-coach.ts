/**
 * What the report coach says: one short warm line for each kind of mark, `{span}` being the person's own words. It never
 * threatens and never says what might follow; taking the advice is up to the person.
 */
export const coachPhrases = {
  'coach.insult': [
    '“{span}”这样的气话，去掉更有力，事实摆出来就够了。',
    '您的气我明白。“{span}”不写也行，把他做了什么说清楚更管用。',
  ],
  'coach.hearsay': [
    '“{span}”是听来的，照实写“听谁说的”就好，不用去掉。',
    '“{span}”这一处，能写上是听谁说的最好，核实的人就知道该去问谁。',
  ],
  'coach.speculation': [
    '“{span}”是您的推测，可以留着，注明是推测就好。',
    '“{span}”后面的是您估计的，和亲眼看见的分开写，查起来更快。',
  ],
  'coach.self_label': [
    '“{span}”算不算，留给机关去认定，您写清他做了什么就够了。',
    '“{span}”这样的定性可以先不写，写经过比下结论更有用。',
  ],
  'coach.exaggeration': [
    '“{span}”说得有点满，写您自己知道的那几回、那几个人，更容易查。',
    '“{span}”不好核实，换成您见过的一件具体事，分量更重。',
  ],
  'coach.third_person': [
    '“{span}”是别人的私事或者号码，和这件事关系不大的话，可以不写。',
    '“{span}”牵涉到别人的隐私，需要时工作人员会去核实，这里可以先不写。',
  ],
  'coach.missing.who': [
    '再说说是谁就好了，知道姓什么、在哪儿管什么都行。',
    '要是知道是谁，写上姓名或者职务，不全也没关系。',
  ],
  'coach.missing.when': ['再补个时间就更好查了，记得大概哪年哪月就行。', '大概是什么时候的事？说个大概就可以。'],
  'coach.missing.where': ['再说说在哪里，好去找现场和当时在场的人。', '这件事发生在哪儿？写到村、单位就行。'],
  'coach.missing.what': ['再说说具体做了什么，一件一件写，知道多少写多少。', '把经过写上几句：谁做了什么、怎么做的。'],
  'coach.missing.known_by': [
    '再说一句您是怎么知道的：看见的、经手的，还是听谁说的。',
    '写上是怎么知道的，照实写就行，听说的也可以写。',
  ],
} as const
