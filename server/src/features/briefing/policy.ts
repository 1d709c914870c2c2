import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import type { Text } from '../../domain/text.ts';

/** Columns that never leave the building in a briefing file, and why. */
export interface Withheld {
  /** `Type.field` of the API. */
  readonly fields: readonly string[];
  readonly what: Text;
  readonly why: Text;
}

/**
 * What a briefing file leaves out, whatever its operations ask for. The file is copied, projected and mislaid: it carries
 * figures and posts of leaders, no free text, which may name a person, and nothing that points into the archive.
 */
export const BRIEFING_POLICY: readonly Withheld[] = [
  {
    fields: [
      'Case.symptoms',
      'Case.symptomsEn',
      'Case.aim',
      'Measure.content',
      'Activity.title',
      'Activity.sentence',
      'Activity.sentenceEn',
    ],
    what: {
      zh: '具体表现、整顿目标、措施内容、活动名称和通报用语',
      en: 'symptoms, aims, content of measures, titles and sentences of activities',
    },
    why: { zh: '自由文字，可能写到个人', en: 'free text, which may name a person' },
  },
  {
    fields: ['Visit.note', 'Transition.note'],
    what: { zh: '走访和进度的说明', en: 'remarks on visits and progress' },
    why: { zh: '自由文字，可能写到个人', en: 'free text, which may name a person' },
  },
  {
    fields: ['Contact.holder', 'Contact.holderEn', 'Measure.responsible'],
    what: { zh: '挂钩领导以外的联系人和责任人', en: 'contacts and responsible posts below the contact leader' },
    why: { zh: '基层一人一职，写职务等于写姓名', en: 'at the lowest level a post identifies one person' },
  },
  {
    fields: ['Case.documentNo', 'Transition.documentNo'],
    what: { zh: '文号', en: 'document numbers' },
    why: { zh: '指向归档文件', en: 'they point into the archive' },
  },
  {
    fields: [
      'Cell.value',
      'EvidenceRow.source',
      'HistoryEntry.source',
      'HistoryEntry.recordedBy',
      'HistoryEntry.withdrawnBy',
      'HistoryEntry.changed',
      'Evaluation.score',
    ],
    what: { zh: '原始记录、经手人和评分', en: 'source rows, the people who recorded them, and scores' },
    why: { zh: '内部过程材料', en: 'internal papers' },
  },
  {
    fields: [
      'ReminderCard.number',
      'ReminderCard.issuer',
      'ReminderCard.issuedBy',
      'ReminderCard.digest',
      'ReminderCard.answeredBy',
      'ReminderCard.ruleLabel',
      'ReminderMatter.organisation',
      'ReminderMatter.reason',
      'ReminderVoid.reason',
      'ReminderVoid.voidedBy',
      'ReminderCard.docxUrl',
      'ReminderCard.pdfUrl',
    ],
    what: {
      zh: '提醒卡的编号、事由和收卡职务（只有日期和类别）',
      en: 'numbers, reasons and addressees of reminder cards (their days and kinds are carried)',
    },
    why: { zh: '只发给应答复的岗位', en: 'they go only to the responsible post' },
  },
  {
    fields: ['ChartPicture.svgUrl', 'ChartPicture.pngUrl'],
    what: { zh: '图片的地址', en: 'addresses of pictures' },
    why: { zh: '只在本机服务器上有效', en: 'they work only on the local server' },
  },
];

const withheldFields: ReadonlySet<string> = new Set(BRIEFING_POLICY.flatMap(({ fields }) => fields));

/** The operation without the fields that the policy withholds; a selection left empty goes too. */
export function withoutWithheld(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node: FieldNode) => {
          const parent = types.getParentType();
          return parent && withheldFields.has(`${parent.name}.${node.name.value}`) ? null : undefined;
        },
        leave: (node: FieldNode) => (node.selectionSet?.selections.length === 0 ? null : undefined),
      },
      FragmentDefinition: {
        leave: (node) => (node.selectionSet.selections.length === 0 ? withTypename(node) : undefined),
      },
    }),
  );
}

/** An emptied fragment still has to be one that can be spread. */
function withTypename<Node extends { readonly selectionSet: { readonly kind: Kind.SELECTION_SET } }>(node: Node): Node {
  const selections = [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }];
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
