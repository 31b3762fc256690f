// What the demo till's guest sees from their side.
import { create } from '@bufbuild/protobuf';
import { DisplayPartSchema, SaleStage, type DisplayPart } from '@wire/till_view_pb.js';
import type { DemoTill } from './demo_till.js';

export function display_of({ status, basket: { part }, sale, display_in_english }: DemoTill): DisplayPart {
  const common = { site: status.site, spoken: status.spoken, languageEn: display_in_english };
  if (sale.stage === SaleStage.SALE_SOLD) {
    return create(DisplayPartSchema, { ...common, stage: 'paid', toPayFen: sale.toPayFen, givenFen: sale.givenFen, changeFen: sale.changeFen, pickup: sale.pickup!,
      hasBalance: sale.hasBalance, balanceAfterFen: sale.balanceAfterFen });
  }
  const rows = part.rows.map(({ name, nameEn, quantity, grams, amountFen }) => ({ name, nameEn, quantity, grams, amountFen }));
  const balance = part.guest ? { hasBalance: true, balanceAfterFen: part.guest.balanceFen - part.toPayFen } : {};
  return create(DisplayPartSchema, { ...common, stage: rows.length === 0 ? 'idle' : 'basket', rows, listFen: part.listFen + part.feeFen,
    reductionsFen: part.listFen + part.feeFen - part.toPayFen, toPayFen: part.toPayFen, ...balance });
}
