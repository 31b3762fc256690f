// The sum, read downwards: list price, minus each payer, TO PAY. Nothing on the page is larger.
import type { BasketPart } from '@wire/till_view_pb.js';
import { format_fen } from '../../../../canteen/web/shared/money.js';
import { t } from '../../../../canteen/web/shared/texts/texts.js';
import { by_payer } from '../model/benefits.js';
import { payer_name } from '../model/core_words.js';

export function Sum({ basket }: { basket: BasketPart | undefined }) {
  if (!basket) return <dl class="card sum"><Due sum={0n} /></dl>;
  return (
    <dl class="card sum" aria-label={t('pos.sum.title')}>
      <div><dt>{t('pos.sum.list')}</dt><dd class="num">{format_fen(basket.listFen)}</dd></div>
      {basket.feeFen > 0n && <div><dt>{t('pos.sum.fee')}</dt><dd class="num">{format_fen(basket.feeFen)}</dd></div>}
      {by_payer(basket.reductions).map(({ payer, fen, schemes }) => (
        <div class="less" key={payer} title={schemes}>
          <dt class="typed">{payer_name(payer)}{basket.provisional && <small> {t('pos.guest.provisional')}</small>}</dt>
          <dd class="num">−{format_fen(fen)}</dd></div>
      ))}
      <Due sum={basket.toPayFen} />
    </dl>
  );
}

function Due({ sum }: { sum: bigint }) {
  return <div class="due"><dt>{t('pos.sum.to_pay')}</dt><dd class="num" data-sum="to-pay">{format_fen(sum)}</dd></div>;
}
