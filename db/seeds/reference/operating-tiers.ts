/**
 * Yearly operating funds due, in yuan, where a county has no rule of its own (county '*'): population <= 3,000: 30,000;
 * <= 5,000: 40,000; above: 50,000; a community 30,000 flat (docs/domain.md#operating-funds). A row holds above `populationOver`.
 */
export const OPERATING_TIERS = [
  { kind: 'village', populationOver: -1, dueYuan: '30000.00' },
  { kind: 'village', populationOver: 3000, dueYuan: '40000.00' },
  { kind: 'village', populationOver: 5000, dueYuan: '50000.00' },
  { kind: 'community', populationOver: -1, dueYuan: '30000.00' },
];
