/** Characters that file systems refuse. */
const REFUSED = /[\\/:*?"<>|\s]+/g;

/** 仙游县-各单位整顿进展-2014-07-31.png: parts joined, without what a file system refuses. */
export const fileName = (parts: readonly string[], extension: string): string =>
  `${parts.map((part) => part.replaceAll(REFUSED, '-')).join('-')}.${extension}`;

/** `content-disposition` with a name in any script (RFC 6266), and a plain one for old programs. */
export const contentDisposition = (kind: 'inline' | 'attachment', name: string, plain: string): string =>
  `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, escaped)}`;

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
