import { defineComponent, h, type PropType, type VNode } from 'vue';
import { RouterLink } from 'vue-router';
import type { SvgNode } from '@wallchart/charts/map';
import type { MapLink } from './map-links.ts';

/** The elements of a drawing as live nodes; what is a link there is a link here. */
export const MapTree = defineComponent({
  name: 'MapTree',
  props: {
    nodes: { type: Array as PropType<readonly SvgNode[]>, required: true },
    links: { type: Array as PropType<readonly MapLink[]>, required: true },
    /** The link that Tab reaches. */
    current: { type: Number, required: true },
  },
  setup(props) {
    const render = ({ tag, attrs, children, text, link: at }: SvgNode): VNode => {
      const link = at === undefined ? undefined : props.links[at];
      if (!link) return h(tag, attrs, text ?? children.map(render));
      const given = { to: link.to, 'aria-label': link.label, 'data-link': at, tabindex: at === props.current ? 0 : -1 };
      return h(RouterLink, { ...given, class: `map-${link.kind}` }, { default: () => children.map(render) });
    };
    return () => props.nodes.map(render);
  },
});
