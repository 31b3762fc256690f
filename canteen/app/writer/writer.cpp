#include "canteen/app/writer/writer.h"
#include "canteen/domain/decide.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include "canteen/app/writer/eviction.h"
#include "canteen/app/writer/journal_rows.h"
#include "canteen/domain/office/normal_command.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/sales/kept_refusal.h"
#include "canteen/domain/sales/payment_plan.h"
#include "canteen/domain/sales/quote.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {
namespace {

using CommandKey = std::pair<DeviceId, CommandId>;

// Orders name members, members nothing more: a command whose needs do not end by then is a programmer's error.
constexpr int max_load_rounds = 8;

const OrderDraft* draft_of(const CommandBody& body) {
    if (const auto* ask = std::get_if<PlaceOrder>(&body)) return &ask->order;
    if (const auto* sale = std::get_if<RecordSale>(&body)) return &sale->order;
    return nullptr;
}

std::vector<Exception> exceptions_in(const Events& events) {
    std::vector<Exception> listed;
    for (const auto& event : events)
        if (const auto* e = std::get_if<ExceptionListed>(&event)) listed.push_back(e->exception);
    return listed;
}

std::vector<Tender> paid_back_in(const Events& events) {
    for (const auto& event : events)
        if (const auto* e = std::get_if<OrderRefunded>(&event)) return e->refund.back;
    return {};
}

}  // namespace

CommandId recorded_id(const Submission& s) {
    if (!s.unreadable || !s.command.id.is_nil()) return s.command.id;
    CommandId id;
    std::copy_n(s.entry_hash.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

// One batch on its way: decided and applied, but not committed.
class Writer::Turn {
public:
    Turn(Writer& writer, Timestamp now) : w_(writer), now_(now), storage_is_low_(writer.store_.storage_is_low()) {
        w_.store_.begin_batch();
    }
    ~Turn() { w_.store_.end_batch(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    void take(const Submission& s) { batch_.answers.push_back({s.session, answer_to(s)}); }

    CommittedBatch commit() {
        if (!batch_.rows.empty() || !refused_.empty()) w_.store_.commit(batch_.rows, refused_);
        batch_.head = w_.store_.head_hash();
        for (auto& row : batch_.rows) row.bytes.clear();  // the disk has them
        for (auto device : moved_) batch_.chains[device] = w_.chains_.at(device);
        return std::move(batch_);
    }

private:
    Answer answer_to(const Submission& s) {
        auto digest = keyed_hash_of(w_.digest_key_, {s.entry});
        if (auto known = recorded(s)) {
            if (known->digest == digest) return known->answer;
            return refusal(s, {RejectionCode::key_reused, {}, {}});
        }
        if (auto fault = chain_fault(s)) return refusal(s, std::move(*fault));
        if (s.put_aside)
            return record_refusal(s, digest, {RejectionCode::unprocessable, {}, {}}, PutAside{s.entry, *s.put_aside});
        if (s.unreadable) return record_refusal(s, digest, *s.unreadable);
        if (storage_is_low_ && is_open_ask(s.command.body)) return refusal(s, {RejectionCode::storage_low, {}, {}});
        if (is_out_of_reach(s.command.body, date_at_site(now_)))
            return record_refusal(s, digest, {RejectionCode::menu_unknown, {}, {}});
        w_.load_needs(s.command, now_);
        auto outcome = decide(w_.state_, s.actor, s.command, now_);
        if (auto* why = std::get_if<Rejection>(&outcome)) return record_refusal(s, digest, std::move(*why));
        return record(s, digest, std::move(std::get<Events>(outcome)));
    }

    static Answer refusal(const Submission& s, Rejection why) { return {s.command.id, s.device_seq, std::move(why)}; }

    std::optional<Recorded> recorded(const Submission& s) {
        auto id = recorded_id(s);
        if (auto found = known_.find({s.actor.device, id}); found != known_.end()) return found->second;
        return w_.store_.find(s.actor.device, id);
    }

    // Why a till's entry does not follow its last one. Such an entry consumes nothing: the till sends what is missing.
    std::optional<Rejection> chain_fault(const Submission& s) {
        if (s.device_seq == 0) return std::nullopt;
        TillState last;
        if (auto found = w_.chains_.find(s.actor.device); found != w_.chains_.end()) last = found->second;
        if (s.device_seq != last.last_device_seq + 1) {
            return Rejection{
                RejectionCode::out_of_order,
                {{"expected", std::to_string(last.last_device_seq + 1)}, {"got", std::to_string(s.device_seq)}},
                {}};
        }
        if (s.entry_hash != next_link(last.last_hash, s.entry)) return Rejection{RejectionCode::chain_broken, {}, {}};
        return std::nullopt;
    }

    // An ask that expired is recorded as such even then: the statement behind it must not wait for room.
    bool is_open_ask(const CommandBody& body) const {
        const auto* ask = std::get_if<PlaceOrder>(&body);
        return ask && now_ <= ask->answer_by;
    }

    // A till asks again until it is answered, and its number is consumed; nobody else resends what was refused, and
    // would fill the disk with it.
    Answer record_refusal(const Submission& s, const Hash& digest, Rejection why,
                          std::optional<PutAside> aside = std::nullopt) {
        if (s.device_seq == 0 && !aside) return refusal(s, std::move(why));
        const auto kept = refusal(s, kept_form(why));
        refused_.push_back({now_, s.actor, recorded_id(s), digest, s.entry_hash, kept, std::move(aside)});
        remember(s, digest, kept);
        return refusal(s, std::move(why));
    }

    Answer record(const Submission& s, const Hash& digest, Events events) {
        if (events.empty() && std::holds_alternative<Tick>(s.command.body))
            return {s.command.id, s.device_seq, Committed{w_.last_seq_, {}}};
        auto exceptions = exceptions_in(events);
        auto paid_back = paid_back_in(events);
        auto rows = rows_of(w_.store_, row_before(s, digest), std::move(events));
        if (auto* why = std::get_if<Rejection>(&rows)) return record_refusal(s, digest, std::move(*why));
        for (auto& row : std::get<std::vector<JournalRow>>(rows)) take_in(std::move(row));
        if (const auto* draft = draft_of(s.command.body); draft && s.device_seq != 0)
            w_.chains_[s.actor.device].note_pickup(draft->meal.date, draft->pickup.count);
        Answer answer{s.command.id, s.device_seq, Committed{w_.last_seq_, std::move(exceptions), std::move(paid_back)}};
        remember(s, digest, answer);
        return answer;
    }

    // All of a command's rows but for their number and events.
    JournalRow row_before(const Submission& s, const Hash& digest) const {
        return {w_.last_seq_, now_,         s.actor, s.command.id, std::string(name_of(s.command.body)), digest,
                s.device_seq, s.entry_hash, {}};
    }

    void take_in(JournalRow row) {
        for (const auto& event : row.events) apply(w_.state_, event);
        w_.last_seq_ = row.seq;
        batch_.rows.push_back(std::move(row));
    }

    void remember(const Submission& s, const Hash& digest, const Answer& answer) {
        known_[{s.actor.device, recorded_id(s)}] = {digest, answer};
        if (s.device_seq == 0) return;
        w_.chains_[s.actor.device].note_link(s.device_seq, s.entry_hash);
        moved_.insert(s.actor.device);
    }

    Writer& w_;
    Timestamp now_;
    bool storage_is_low_;
    CommittedBatch batch_;
    std::vector<RefusedRow> refused_;
    std::map<CommandKey, Recorded> known_;
    std::set<DeviceId> moved_;
};

Writer::Writer(Store& store, Canteen state, const Key& digest_key)
    : store_(store), state_(std::move(state)), digest_key_(digest_key), last_seq_(store.last_seq()) {
    chains_ = store.load_chains();
}

CommittedBatch Writer::run_batch(std::vector<Submission> submissions, Timestamp now) {
    for (auto& submission : submissions) bring_to_normal_form(submission.command.body);
    Turn turn(*this, now);
    for (const auto& submission : submissions) turn.take(submission);
    auto batch = turn.commit();
    evict_settled(state_, date_at_site(now));
    return batch;
}

void Writer::load_needs(const Command& command, Timestamp now) {
    for (int round = 0; round < max_load_rounds; ++round) {
        auto needs = missing_for(state_, command, now);
        if (needs.empty()) return;
        store_.load(needs, state_);
    }
    throw std::logic_error("the needs of " + std::string(name_of(command.body)) + " do not end");
}

std::variant<PaymentPlan, Rejection> Writer::plan(const OrderDraft& draft, Timestamp now) {
    if (auto refusal = check_form(draft, {})) return *refusal;
    // As if it were paid by all that a member may hold, so that all of it is loaded.
    const std::vector<Tender> everything{{TenderKind::stored_value, {}, ""}, {TenderKind::points, {}, ""}};
    load_needs({{}, PlaceOrder{draft, everything, now}}, now);
    const auto& menu = menu_in(state_, draft.meal);
    if (!menu) return Rejection{RejectionCode::menu_unknown, {}, {}};
    if (auto refusal = check_dishes(draft, *menu)) return *refusal;
    if (!draft.member.is_nil())
        if (auto refusal = check_is_open(state_, draft.member)) return *refusal;
    const auto quote = quote_at_menu_prices(state_, draft, *menu);
    return PaymentPlan{quote.sums, plan_payment(state_, draft, quote)};
}

}  // namespace canteen
