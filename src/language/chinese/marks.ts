/** Texts of what is shown beside links in notes, in Simplified Chinese by their English. */
export const MARKS_IN_CHINESE: Readonly<Record<string, string>> = {
  'Status: {status}': '状态：{status}',
  'Status: {status}. Change it.': '状态：{status}。点击更改。',
  'Marks beside references': '参考文献标记',
  'Marks in live preview': '实时阅览中的标记',
  'Shows the status of the cited paper beside each link of a references section in reading view. Never in print.':
    '在阅读视图中，于参考文献部分的每个链接旁显示被引文献的状态。打印时不显示。',
  'The same in live preview, while you edit.': '编辑时，在实时阅览模式中同样显示。',
  'Cited paper: {title}': '被引文献：{title}',
  'Open note': '打开笔记',
  'Open note and citations': '打开笔记和引用',
  'Link this reference': '链接此参考文献',
  'Link this reference to': '将此参考文献链接到',
  'Create note for “{title}”': '为“{title}”创建笔记',
  'Papers among the results: {count}': '结果中的文献：{count}',
};
