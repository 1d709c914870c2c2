/**
 * The name by which a place is called, from its name in the register of divisions, which is that of its committee:
 * 东山村委会 -> 东山村, 唐奉村民委员会 -> 唐奉村, 耿村村民委员会 -> 耿村, 莲墘社区居委会 -> 莲墘社区.
 * Names that are not those of a committee stay as they are.
 */
export function placeName(registerName: string): string {
  const village = /^(.+?)(村?)(?:村民委员会|村委会)$/u.exec(registerName);
  if (village) return `${village[1]}村`;
  return registerName.replace(/(?<=社区)(?:居民委员会|居委会)$/u, '');
}
