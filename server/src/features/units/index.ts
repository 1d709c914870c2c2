export { loadEnglishNames } from './english-name.ts';
export { loadPinyinInitials, looksLikeInitials } from './pinyin-initials.ts';
export { createUnitLoaders, type UnitKey, type UnitLoaders } from './unit.loaders.ts';
export { OrgUnit } from './unit.types.ts';
