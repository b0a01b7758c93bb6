export type DemoAuthor = { username: string; displayName: string; bio: string };

/** The eight people who write the demo blog. */
export const demoAuthors: readonly DemoAuthor[] = [
  {
    username: 'mara',
    displayName: 'Mara Lindqvist',
    bio: 'Grows vegetables, bakes bread and reads aloud. Keeps most of her records in pencil.',
  },
  {
    username: 'tom-okafor',
    displayName: 'Tom Okafor',
    bio: 'Programmer. Databases, types, and a small computer behind the winter coats.',
  },
  {
    username: 'ines-calder',
    displayName: 'Ines Calder',
    bio: 'By bicycle, by night train or on foot, with one bag and an old camera.',
  },
  {
    username: 'rafe',
    displayName: 'Rafe Whitlock',
    bio: 'Amateur printer and archive visitor. Writes about paper, ink, prices and the night sky.',
  },
  {
    username: 'linshuyao',
    displayName: '林书瑶',
    bio: '喝茶，写字，偶尔刻印。住在江南，屋里潮气重，纸比人娇气。',
  },
  {
    username: 'zhoumuqing',
    displayName: '周牧青',
    bio: '写了十几年程序，值了十年夜班。相信简单的东西比较不容易坏。',
  },
  {
    username: 'chenyuhe',
    displayName: '陈予禾',
    bio: '两个孩子的妈妈，一个阳台的农民。记录厨房里的成功与失败，后者居多。',
  },
  {
    username: 'gaoyuan',
    displayName: '高远',
    bio: '教经济学，爱骑车，爱坐慢车，爱看星星。账记得清楚，路记不清楚。',
  },
];
