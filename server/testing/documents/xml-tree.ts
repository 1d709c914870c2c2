import { unzipSync } from 'fflate';
import { localName, xmlWriter } from '../../src/reading/xml-stream.ts';

/** An element, its names and those of its attributes without prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The parts of a zip as text, by name. */
export const partsOf = (zip: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));

export function xmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const write = xmlWriter(
    {
      open: (name, attributes) => {
        const named = Object.entries(attributes).map(([key, value]) => [localName(key), value]);
        const element = {
          name,
          attributes: Object.fromEntries(named) as Record<string, string>,
          children: [],
          text: '',
        };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      text: (text) => {
        for (const element of open) element.text += text;
      },
      close: () => open.pop(),
    },
    'xml',
  );
  write(xml);
  write(null);
  return root;
}

/** All elements of a name below one, in order. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The attributes of the first element at a path of names below one. */
export function attributesAt(element: XmlElement | undefined, ...path: string[]): Readonly<Record<string, string>> {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at?.attributes ?? {};
}
