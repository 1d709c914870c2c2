import { nextTick } from 'vue';
import { addMessages } from '../../i18n/index.ts';
import { found } from '../../book/found.ts';
import type { StoryGroup } from '../../book/story.ts';
import type { CheckResult } from './check/use-check.ts';
import type { Warning } from './draft/use-preview.ts';
import CheckFindings from './check/check-findings.vue';
import type { Head } from './content.ts';
import HeadForm from './draft/head-form.vue';
import draftMessages from './draft/messages.ts';
import SaveMark from './draft/save-mark.vue';
import { startSaving, type Saving } from './draft/save-state.ts';
import WarningList from './draft/warning-list.vue';
import './form.css';
import messages from './messages.ts';
import NewCircular from './new-circular.vue';

addMessages(messages);
addMessages(draftMessages);

const head: Head = {
  masthead: '中共仙游县委组织部文件',
  title: '',
  addressees: null,
  issuer: '中共仙游县委组织部',
  issuedOn: '2014-08-01',
  copies: null,
  printedBy: '中共仙游县委组织部办公室',
};
const saving = (state: Saving['state']) => ({ ...startSaving(3), state });
const finding: CheckResult['findings'][number] = {
  kind: 'CHANGED',
  weight: 'FIGURE',
  key: null,
  paragraph: 2,
  place: '正文第2段',
  sentence: '全县已完成整顿 33 个，完成整顿率 86.5%。',
  says: '33',
  shouldSay: '32',
  note: null,
};
const HALF = 604;

/** Opens what is folded and leaves out every section. */
async function leaveOutSections(element: HTMLElement): Promise<void> {
  (await found('summary', element)).click();
  for (const box of element.querySelectorAll<HTMLElement>('details [type=checkbox]')) {
    box.click();
    await nextTick();
  }
}

export default {
  title: 'Circulars',
  stories: [
    {
      name: 'a new one without a section',
      width: HALF,
      component: NewCircular,
      props: { unitName: '仙游县', asOf: '2014-07-31', existing: [] },
      act: leaveOutSections,
    },
    { name: 'the head, a title missing', width: HALF, component: HeadForm, props: { part: 'top', head } },
    {
      name: 'what to look at',
      width: HALF,
      component: WarningList,
      props: {
        renewing: false,
        warnings: [
          { code: 'NO_LONGER_HOLDS', key: null, blocks: true, paragraph: 2, message: '“32个”已不是现在的数字' },
          { code: 'ILLUSTRATIVE', key: null, blocks: false, paragraph: 3, message: '此数字含说明性数据' },
        ] satisfies Warning[],
      },
    },
    {
      name: 'not saved',
      width: HALF,
      component: SaveMark,
      props: { saving: saving({ at: 'failed', code: 'NETWORK', message: '' }) },
    },
    {
      name: 'saved by someone else',
      width: HALF,
      component: SaveMark,
      props: { saving: saving({ at: 'overtaken', message: '' }) },
    },
    {
      name: 'checked against the figures',
      component: CheckFindings,
      props: { result: { checked: 24, edition: 1, changesMeaning: true, problems: [], findings: [finding] } },
    },
  ],
} satisfies StoryGroup;
