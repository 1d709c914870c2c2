import type { Text } from '../../../domain/text.ts';
import { CODED_WORDS, type ColumnSpec } from '../../../ledger/sheets/index.ts';
import type { CodedList } from '../../../ledger/sheets/index.ts';

const words = (zh: string, en: string): Text => ({ zh, en });

const listed = (list: CodedList): Text =>
  words(CODED_WORDS[list].map((word) => word.zh).join('、'), CODED_WORDS[list].map((word) => word.key).join(', '));

/** What a cell of this column should hold, in words for a clerk. */
export function expectedOf({ type }: ColumnSpec): Text {
  switch (type.kind) {
    case 'text':
      return words(`不超过${type.max}字的文字`, `text of at most ${type.max} characters`);
    case 'code':
      return type.of === 'unit'
        ? words('2至12位数字的区划代码（文本格式）', 'a division code of 2 to 12 digits, as text')
        : type.of === 'cause'
          ? words('情形的代码或名称，如 C09 或 信访矛盾集中', 'the code or name of a cause, such as C09')
          : words('编号（文本格式）', 'an identifier, as text');
    case 'day':
      if (type.span)
        return words(
          '日期，如 2014-06-19；日子不详的可写旬或月，如 2014年8月中旬',
          'a date such as 2014-06-19, or a part of a month such as 2014-08 middle',
        );
      return words('日期，如 2014-06-19', 'a date such as 2014-06-19');
    case 'period':
      return words('周或月，如 2014-W27、2014-07', 'a week or month such as 2014-W27 or 2014-07');
    case 'year':
      return words('年度，如 2014', 'a year such as 2014');
    case 'count':
      return type.lowerBound
        ? words('整数，可带“+”或“余”', 'a whole number, “+” for at least')
        : words(`不小于${type.min}的整数`, `a whole number of at least ${type.min}`);
    case 'money':
      return words('金额，至多到分，如 100000', 'an amount with at most two decimals of a yuan, such as 100000');
    case 'score':
      return words('0至100的分数，至多两位小数', 'a score from 0 to 100 with at most two decimals');
    case 'percent':
      return words('大于0、不超过100%的百分数，如 10%', 'a percentage above 0 up to 100, such as 10%');
    case 'coded':
      return listed(type.list);
    case 'coded-list': {
      const list = listed(type.list);
      return words(`${list.zh}（用分号隔开）`, `${list.en}, separated by semicolons`);
    }
    case 'cause-list':
      return words('情形的代码或名称，用分号隔开，如 C13;C14', 'codes or names of causes such as C13;C14');
    case 'bool':
      return words('是、否', 'yes, no');
    case 'illustrative':
      return words('“是”或本表的列名（用分号隔开）', '“yes”, or columns of this sheet separated by semicolons');
  }
}
