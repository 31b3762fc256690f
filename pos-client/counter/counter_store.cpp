#include "pos-client/counter/counter_store.h"

#include "canteen/app/codec.h"
#include "canteen/crypto/seal.h"
#include "canteen/v1/till_disk.pb.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen::till {
namespace {

constexpr const char* counter_name = "counter";

void to_disk(const WorkingBasket& basket, v1::KeptBasket& kept) {
    kept.set_basket_id(bytes_of(basket.id.bytes));
    kept.set_revision(basket.revision);
    kept.set_last_row(basket.last_row);
    for (const auto& row : basket.rows) {
        auto& line = *kept.add_rows();
        line.set_row(row.number);
        line.set_dish(row.line.dish.value);
        line.set_quantity(row.line.quantity);
        line.set_grams(row.line.grams);
        for (const auto chosen : row.line.chosen) line.add_chosen(chosen.value);
        line.set_note(row.line.note);
        line.set_diet_flags(row.line.flags);
    }
    kept.set_guest(optional_bytes_of(basket.guest));
    kept.set_guest_by(enum_to<v1::Identified>(basket.guest_by));
    kept.set_mode(enum_to<v1::ServiceMode>(basket.mode));
    kept.set_delivery_fee_fen(basket.delivery_fee.value);
    if (basket.meal) to_wire(*basket.meal, *kept.mutable_meal());
    if (basket.new_sums) to_wire(*basket.new_sums, *kept.mutable_new_sums());
    kept.set_is_agreed(basket.is_agreed);
}

BasketRow row_from(const v1::KeptRow& kept) {
    BasketRow row{kept.row(), {{kept.dish()}, kept.quantity(), kept.grams()}};
    for (const auto chosen : kept.chosen()) row.line.chosen.push_back({chosen});
    row.line.note = kept.note();
    row.line.flags = static_cast<DietFlags>(kept.diet_flags());
    return row;
}

WorkingBasket basket_from(const v1::KeptBasket& kept, const Path& at) {
    WorkingBasket basket{optional_id_from<BasketId>(kept.basket_id(), at), kept.revision(), kept.last_row()};
    for (const auto& row : kept.rows()) basket.rows.push_back(row_from(row));
    basket.guest = optional_id_from<MemberId>(kept.guest(), at);
    basket.guest_by = static_cast<Identified>(kept.guest_by());
    basket.mode = kept.mode() == 0 ? ServiceMode::dine_in : static_cast<ServiceMode>(kept.mode());
    basket.delivery_fee = {kept.delivery_fee_fen()};
    if (kept.has_meal()) basket.meal = from_wire(kept.meal(), at);
    if (kept.has_new_sums()) basket.new_sums = from_wire(kept.new_sums(), at);
    basket.is_agreed = kept.is_agreed();
    return basket;
}

void to_disk(const LastSale& sale, v1::KeptSale& kept) {
    kept.set_stage(static_cast<std::uint32_t>(sale.stage));
    kept.set_order_id(optional_bytes_of(sale.order));
    to_disk(sale.basket, *kept.mutable_basket());
    kept.set_pickup(sale.pickup);
    list_to_wire(sale.tenders, kept.mutable_tenders());
    kept.set_to_pay_fen(sale.to_pay.value);
    kept.set_given_fen(sale.given.value);
    kept.set_is_committed(sale.is_committed);
    kept.set_is_cooked(sale.is_cooked);
}

LastSale sale_from(const v1::KeptSale& kept, const Path& at) {
    LastSale sale;
    sale.stage = static_cast<SaleStage>(kept.stage());
    sale.order = optional_id_from<OrderId>(kept.order_id(), at);
    sale.basket = basket_from(kept.basket(), at);
    sale.pickup = kept.pickup();
    sale.tenders = list_from_wire(kept.tenders(), max_tenders, at);
    sale.to_pay = {kept.to_pay_fen()};
    sale.given = {kept.given_fen()};
    sale.is_committed = kept.is_committed();
    sale.is_cooked = kept.is_cooked();
    return sale;
}

KeptCounter counter_from(const std::string& bytes) {
    v1::KeptCounter kept;
    if (!kept.ParseFromString(bytes)) throw CodecError("the till's counter cannot be read");
    try {
        const Path at;
        KeptCounter counter{basket_from(kept.basket(), at), {}, sale_from(kept.sale(), at)};
        for (const auto& parked : kept.parked())
            counter.parked.push_back({basket_from(parked.basket(), at), {parked.parked_ms()}});
        return counter;
    } catch (const Unreadable& error) {
        throw CodecError(error.what());
    }
}

}  // namespace

CounterStore::CounterStore(Outbox& outbox, const SigningSeed& seed, Random& random)
    : outbox_(outbox), key_(keyed_hash_of(seed, {counter_name})), random_(random) {}

KeptCounter CounterStore::load() const {
    const auto sealed = outbox_.kept(counter_name);
    const auto bytes = sealed ? open_under(key_, counter_name, *sealed) : std::nullopt;
    return bytes ? counter_from(*bytes) : KeptCounter{};
}

void CounterStore::save(const KeptCounter& counter) {
    const auto value = sealed(counter);
    outbox_.keep(value.name, value.value);
}

KeptValue CounterStore::sealed(const KeptCounter& counter) const {
    v1::KeptCounter kept;
    to_disk(counter.basket, *kept.mutable_basket());
    to_disk(counter.sale, *kept.mutable_sale());
    for (const auto& parked : counter.parked) {
        auto& one = *kept.add_parked();
        to_disk(parked.basket, *one.mutable_basket());
        one.set_parked_ms(parked.at.ms);
    }
    return {counter_name, seal_under(key_, counter_name, kept.SerializeAsString(), random_)};
}

}  // namespace canteen::till
