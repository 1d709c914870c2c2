import { h, type FunctionalComponent } from 'vue';
import { I18nT } from 'vue-i18n';
import type { MessageKey } from './message-key.ts';

/** A text with components in its places: a slot a place. Without a tag it stands in what is around it. */
export const MessageText: FunctionalComponent<{ keypath: MessageKey; tag?: string }> = (props, { slots }) =>
  h(I18nT, { ...props, scope: 'global' }, slots);
MessageText.props = ['keypath', 'tag'];
