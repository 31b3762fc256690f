#include "pos-client/core/till.h"

#include <sstream>
#include <utility>

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/core/kept_bounds.h"
#include "pos-client/outbox/pairing.h"

namespace canteen::till {
namespace {

constexpr const char* letters_name = "letters";
constexpr const char* site_name = "site";
constexpr std::chrono::hours prune_every{1};

// The most by which an ask grows when it is stated later.
constexpr std::size_t room_to_state = 64;

// Refuses an entry that is too long, or that does not read as a command: the server would refuse it only after the
// money was taken.
Refusal check_entry(const Command& command) {
    constexpr std::size_t most = max_command_bytes - room_to_state;
    try {
        const auto entry = encode_command(command);
        if (entry.size() > most)
            return canteen::refuse(RejectionCode::too_large, {param("bytes", static_cast<std::int64_t>(entry.size())),
                                                              param("most", static_cast<std::int64_t>(most))});
        decode_command(entry);
        return {};
    } catch (const CodecError& error) {
        return canteen::refuse(RejectionCode::unwritable, {param("what", error.what())});
    }
}

TillIdentity of_its_canteen(TillIdentity identity, const Outbox& outbox) {
    identity.canteen = kept_canteen(outbox);
    identity.head_key = kept_head_key(outbox);
    return identity;
}

}  // namespace

Till::Till(const TillIdentity& identity, std::string letters, Outbox& outbox, Random& random)
    : outbox_(outbox),
      random_(random),
      letters_(outbox.kept(letters_name).value_or(std::move(letters))),
      site_(outbox.kept(site_name).value_or("")),
      trouble_(kept_trouble(outbox)),
      offline_accounts_(kept_bounds(outbox)),
      upstream_(of_its_canteen(identity, outbox), outbox, replica_, clock_, random),
      keeper_(outbox, replica_, upstream_, clock_, identity.device, identity.seed, random),
      staff_(replica_, outbox, identity.seed),
      shift_(kept_shift(outbox)),
      head_key_(kept_head_key(outbox)),
      journal_head_(kept_head(outbox)) {
    if (journal_head_) last_heard_ = journal_head_->at;
    keeper_.load();
    std::istringstream stopped(outbox.kept(stopped_cards_name).value_or(""));
    for (std::string card; std::getline(stopped, card);) replica_.stop_card(card);
}

std::string text_of_cards(const std::set<std::string>& cards) {
    std::string text;
    for (const auto& card : cards) text += card + "\n";
    return text;
}

Command Till::command_of(CommandBody body, Timestamp now, StaffId second) {
    Command command{new_id<CommandId>(clock_.server_time(now), random_), std::move(body), person_};
    if (command.person && !second.is_nil()) command.person->second = second.bytes;
    return command;
}

CommandId Till::state(EntryKind kind, const Bytes16& id, CommandBody body, Timestamp now,
                      std::vector<std::pair<std::string, std::string>> keep, StaffId second) {
    const auto command = command_of(std::move(body), now, second);
    outbox_.append({command.id, OrderId{id}, kind, encode_command(command), now, std::move(keep)});
    take(upstream_.on_queued(now), now);
    return command.id;
}

std::variant<Offer, Rejection> Till::offer(const Basket& basket, Timestamp now) const {
    const auto member = member_in(basket, replica_);
    const auto own = outbox_.own_uses(member, upstream_.uses_seq());
    return offer_for(basket, {replica_, own, clock_.server_time(now), upstream_.welcome().own_kitchen});
}

Uses Till::known_uses(MemberId member) const {
    auto uses = replica_.uses();
    for (const auto& [key, used] : outbox_.own_uses(member, upstream_.uses_seq())) uses[key] += used;
    return uses;
}

void Till::await(OrderId order, Timestamp now) {
    const auto ask = outbox_.sale_of(order);
    if (ask && ask->kind == EntryKind::ask) asks_[order] = {ask->command, now + till_answer_wait};
}

std::variant<SaleQueued, Rejection> Till::sell(const Basket& basket, const Payment& payment, Timestamp now,
                                               const SaleNote& note) {
    auto offered = offer(basket, now);
    if (auto* why = std::get_if<Rejection>(&offered)) return std::move(*why);
    const bool ask = upstream_.can_ask();
    auto paid = tenders_for(std::get<Offer>(offered), payment, ask);
    if (auto* why = std::get_if<Rejection>(&paid)) return std::move(*why);
    auto& tenders = std::get<std::vector<Tender>>(paid);
    auto& draft = std::get<Offer>(offered).draft;
    auto& uses = std::get<Offer>(offered).uses;
    for (auto& use : uses_of(draft, tenders)) uses.push_back(std::move(use));
    const auto server_now = clock_.server_time(now);
    const auto pickup = next_pickup(outbox_.pickups(), draft.meal.date);
    draft.id = note.id.is_nil() ? new_id<OrderId>(server_now, random_) : note.id;
    draft.pickup = {letters_, pickup.count};
    // The server would refuse it for ever; nothing is on the disk yet, and nobody has been told.
    if (auto wrong = check_form(draft, tenders)) return *std::move(wrong);
    if (auto beyond = ask ? std::nullopt : check_accounts(draft, tenders, {})) return *std::move(beyond);

    const Fen spent = from_accounts(tenders);
    const auto command = ask_or_statement(draft, std::move(tenders), ask, now);
    if (auto wrong = check_entry(command)) return *std::move(wrong);
    const NewOrder order{{draft.id, ask ? SaleState::asked : SaleState::sold, to_string(draft.pickup), server_now},
                         pickup,
                         std::move(uses),
                         spent == Fen{} ? std::nullopt : std::optional{OwnSpending{draft.member, draft.meal, spent}},
                         note.kept};
    const auto kind = ask ? EntryKind::ask : EntryKind::statement;
    outbox_.append({command.id, draft.id, kind, encode_command(command), now}, &order);
    if (ask) asks_[draft.id] = {command.id, now + till_answer_wait};
    const SaleQueued queued{std::move(draft), ask};
    news_.emplace_back(queued);
    take(upstream_.on_queued(now), now);
    return queued;
}

Command Till::ask_or_statement(const OrderDraft& draft, std::vector<Tender> tenders, bool ask, Timestamp now) {
    const auto server_now = clock_.server_time(now);
    if (ask)
        return command_of(PlaceOrder{draft, std::move(tenders), server_now + till_answer_wait * clock_.pace(), shift(),
                                     tells_kitchen_ && !upstream_.kitchen_listens()},
                          now);
    RecordSale sale{draft, std::move(tenders), server_now, false};
    sale.shift = shift();
    sale.kitchen_told = tells_kitchen_;
    return command_of(std::move(sale), now);
}

std::optional<RefundId> Till::refund(OrderId order, const std::vector<RefundLine>& lines, RefundReason reason,
                                     Timestamp now, StaffId second) {
    if (!upstream_.can_ask()) return std::nullopt;
    const auto server_now = clock_.server_time(now);
    const Refund ask{new_id<RefundId>(server_now, random_),         order,  lines, reason,
                     server_now + till_answer_wait * clock_.pace(), shift()};
    const Command command = command_of(ask, now, second);
    outbox_.append({command.id, order, EntryKind::refund, encode_command(command), now});
    awaited_refunds_.insert(command.id);
    take(upstream_.on_queued(now), now);
    return ask.id;
}

void Till::on_open(Timestamp now) {
    take(upstream_.on_open(now), now);
}

void Till::on_frame(std::string_view frame, Timestamp now) {
    try {
        take(upstream_.on_message(decode_server(frame), now), now);
        last_heard_ = clock_.server_time(now);
        take_letters();
        take_site();
        take_bounds();
        keep_canteen();
        take_head(now);
        keep_trouble();
    } catch (const CodecError&) {
        work_.hang_up = true;
    }
}

void Till::on_closed(Timestamp now) {
    take(upstream_.on_closed(now), now);
    keep_trouble();
}

void Till::on_turned_away(Timestamp now) {
    take(upstream_.on_turned_away(now), now);
    keep_trouble();
}

void Till::on_timer(Timestamp now) {
    give_up_asks(now);
    take(upstream_.on_timer(now), now);
    keeper_.save_if_due(now);
    if (journal_head_ && now - head_kept_at_ >= keep_head_every) {
        keep_head(outbox_, *journal_head_);
        head_kept_at_ = now;
    }
    if (now < prune_at_) return;
    prune_at_ = now + prune_every;
    outbox_.prune(now);
}

void Till::take_letters() {
    const auto& letters = upstream_.welcome().pickup_letters;
    if (letters.empty() || letters == letters_) return;
    letters_ = letters;
    outbox_.keep(letters_name, letters);
}

void Till::take_site() {
    const auto& site = upstream_.welcome().site;
    if (site.empty() || site == site_) return;
    site_ = site;
    outbox_.keep(site_name, site);
}

// Keeps whose books these entries belong to: those of the first canteen that says which it is.
void Till::keep_canteen() {
    const auto& canteen = upstream_.welcome().canteen;
    if (canteen != Hash{} && kept_canteen(outbox_) == Hash{}) till::keep_canteen(outbox_, canteen);
}

// Believes no head that the site did not sign; another key is never welcomed.
void Till::take_head(Timestamp now) {
    const auto& welcome = upstream_.welcome();
    if (head_key_ == PublicKey{} && welcome.head_key != PublicKey{}) {
        head_key_ = welcome.head_key;
        keep_head_key(outbox_, head_key_);
    }
    const auto& told = upstream_.head();
    if (!told || head_key_ == PublicKey{} || (journal_head_ && journal_head_->head == *told)) return;
    if (!verify(head_key_, head_message(welcome.canteen, told->seq, told->hash), told->signature)) return;
    journal_head_ = KeptHead{*told, clock_.server_time(now)};
}

void Till::save(Timestamp now) {
    keeper_.save(now);
    if (journal_head_) keep_head(outbox_, *journal_head_);
}

void Till::keep_trouble() {
    if (upstream_.trouble() == trouble_) return;
    trouble_ = upstream_.trouble();
    till::keep_trouble(outbox_, trouble_);
}

void Till::take(UpstreamWork work, Timestamp now) {
    for (const auto& message : work.send) work_.frames.push_back(encode_client(message));
    work_.dial |= work.dial;
    work_.hang_up |= work.hang_up;
    for (const auto& answer : work.answers) on_answer(answer, now);
}

LineWork Till::take_work() {
    return std::exchange(work_, {});
}

std::vector<News> Till::take_news() {
    return std::exchange(news_, {});
}

}  // namespace canteen::till
