import { nearestName } from '../../kernel/nearest-name.ts';
import type { FieldReport } from './field-check.ts';
import { declaring } from './field-type.ts';
import { isRecord } from './records.ts';
import { jsonField, jsonType } from './texts.ts';

const rememberedMax = 1000;

/** Variants as JSON. Of their many names two are read; only what looks like one of them misspelt is reported. */
export const skus = declaring({
  ...jsonType(jsonField(reportMisspelt)),
  innerNames: ['real_price', 'price_val', 'sale_price_decimal'],
  isMoney: true,
});

const isPriceMisspelt = isMisspelt('real_price');
const isValueMisspelt = isMisspelt('price_val');

function reportMisspelt(variants: object, report: FieldReport): void {
  for (const variant of Object.values(variants)) {
    if (!isRecord(variant)) continue;
    for (const name in variant) if (isPriceMisspelt(name)) report.unknown(`[].${name}`);
    const price = variant['real_price'];
    if (!isRecord(price)) continue;
    for (const name in price) if (isValueMisspelt(name)) report.unknown(`[].real_price.${name}`);
  }
}

/** The same few names stand in every record, so what was found of them is remembered. */
function isMisspelt(meant: string): (name: string) => boolean {
  const remembered = new Map<string, boolean>([[meant, false]]);
  return (name) => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const found = nearestName(name, [meant]) !== undefined;
    if (remembered.size < rememberedMax) remembered.set(name, found);
    return found;
  };
}
