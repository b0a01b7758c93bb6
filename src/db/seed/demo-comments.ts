/** What a demo author writes below a post, with what others reply. */
export type DemoComment = { author: string; body: string; replies?: readonly DemoComment[] };

/** Comments on the demo blog's newest posts, by the titles of the posts. */
export const demoComments: Readonly<Record<string, readonly DemoComment[]>> = {
  'How we talk about a book at supper': [
    {
      author: 'rafe',
      body: '*What did the writer leave out?* is the best question about a book that I know, and nobody ever asked it at school.',
      replies: [
        {
          author: 'mara',
          body: 'It came from my daughter. She wanted to know what they had for breakfast on the island.',
          replies: [{ author: 'rafe', body: 'Then she will make a good historian.' }],
        },
        { author: 'chenyuhe', body: '我们家的版本是：“哪一页你偷偷翻过去了？”大家都很老实。' },
      ],
    },
    {
      author: 'ines-calder',
      body: 'We do this on trains. Strangers join in, which never happens when you ask what a book is *about*.',
    },
  ],
  'The review that went wrong, and was my fault': [
    {
      author: 'zhoumuqing',
      body: '三十一条，条条都对，这才是最难受的地方。我现在的规矩是：\n\n1. 先说哪里写得好\n2. 再说哪里会坏\n3. 其余的，改天喝茶的时候说',
      replies: [
        { author: 'tom-okafor', body: 'The third rule is the one I was missing. Thank you.' },
        { author: 'gaoyuan', body: '批学生论文也是一样。红笔先收起来。' },
      ],
    },
    {
      author: 'mara',
      body: 'Did the colleague ever tell you what those three weeks were like?',
      replies: [
        {
          author: 'tom-okafor',
          body: 'Much later, and kindly. He said he had rewritten the change six times and deleted each one.',
        },
      ],
    },
  ],
  'Why your paperback is turning brown': [
    {
      author: 'linshuyao',
      body: '同一个道理，新纸也要放一放才好写，只是方向正好相反：一个越放越好，一个越放越脆。',
      replies: [{ author: 'rafe', body: 'Rag paper and ground wood: the same patience, two endings.' }],
    },
    {
      author: 'tom-okafor',
      body: 'I always took the colour for age. It is strange to learn that it is a recipe.',
    },
  ],
  '请人喝茶，最怕讲得太多': [
    {
      author: 'gaoyuan',
      body: '上课也怕讲得太多。最好的一堂课，是我嗓子哑了的那一堂。',
      replies: [
        {
          author: 'linshuyao',
          body: '下次来喝茶，请先把嗓子喊哑。',
          replies: [{ author: 'gaoyuan', body: '一言为定。' }],
        },
      ],
    },
    { author: 'chenyuhe', body: '“喝完不要洗杯子，过一会儿再闻一次。”今天试了，杯底真的有冷香。' },
  ],
  月亮不圆的时候更好看: [
    {
      author: 'rafe',
      body: 'The terminator is where all the drama is. I keep a pencil map of it, one night to a page.',
      replies: [{ author: 'gaoyuan', body: 'Please publish it. 铅笔画的月面，比照片好看。' }],
    },
    { author: 'chenyuhe', body: '昨晚用望远镜给两个孩子看了弦月，安静了整整五分钟，破了家里的纪录。' },
  ],
  边界上的检查: [
    {
      author: 'tom-okafor',
      body: 'Ours is one function at each door as well:\n\n```ts\nconst order = readOrder(await request.json()); // throws, and says what was wrong\n```\n\nInside, nobody checks anything.',
      replies: [
        { author: 'zhoumuqing', body: '对，门里面要住得安心。' },
        { author: 'gaoyuan', body: '“看它怎么拒绝人”，这句话我要抄下来。' },
      ],
    },
  ],
  'Partial indexes, my favourite small feature': [
    {
      author: 'zhoumuqing',
      body: '我们也靠它救过一张表。唯一要记得的是：查询里的条件要和索引里的 `where` 说同一句话。',
      replies: [{ author: 'tom-okafor', body: 'Yes. A parameter in that place, and the planner shrugs.' }],
    },
  ],
  'A toolkit the size of a sandwich': [
    {
      author: 'gaoyuan',
      body: '我的工具包里还有一根旧内胎，剪成圈，什么都能捆。',
      replies: [
        {
          author: 'ines-calder',
          body: 'Stealing this. It weighs less than cable ties, and comes off again.',
        },
      ],
    },
    { author: 'mara', body: 'Does the sandwich have to fit in as well?' },
  ],
  'October is the real beginning of the gardening year': [
    {
      author: 'chenyuhe',
      body: '阳台上也是十月最忙，只是没有大蒜地，只有两只泡沫箱。',
      replies: [{ author: 'mara', body: 'Two boxes are a fine allotment. Mine began with a bathtub.' }],
    },
  ],
};
