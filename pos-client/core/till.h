// One till: sells baskets, keeps every sale on its disk before a word of it leaves, and brings it to the server until
// the server has it. It asks while the server answers, and states what happened when it does not. Sans-I/O: the caller
// tells it what came and what time it is on the till's clock, and it says what to send. One thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/domain/model/site.h"
#include "pos-client/core/kept_head.h"
#include "pos-client/core/news.h"
#include "pos-client/core/own_drawer.h"
#include "pos-client/core/replica_store.h"
#include "pos-client/core/staff_book.h"
#include "pos-client/outbox/outbox.h"
#include "pos-client/till/payment.h"
#include "pos-client/upstream/upstream.h"

namespace canteen::till {

// Top-ups: the most at a time; cut off from the server the most at a time, and of all in a meal at this till.
inline constexpr Fen max_top_up{5'000'00};
inline constexpr Fen most_top_up_offline{1'000'00};
inline constexpr Fen most_top_ups_offline{5'000'00};

// Cards reported lost at this till, as they are kept on its disk: a line each.
inline constexpr const char* stopped_cards_name = "cards.stopped";
std::string text_of_cards(const std::set<std::string>& cards);

// Work for the holder of the socket.
struct LineWork {
    std::vector<std::string> frames;  // in order
    bool dial = false;
    bool hang_up = false;
};

// The outcome of trying to take a sale back.
enum class TakingBack : std::uint8_t {
    unknown,       // there is no such sale, or it was not sold or taken back before
    asked,         // the server has it and says whether it can still be cancelled
    done,          // the server is not known to have it: it is undone on this till, and the server is told
    needs_server,  // the server has it and is away: nothing was changed, only it can say what is left of the order
};

struct TakenBack {
    TakingBack how = TakingBack::unknown;
    CommandId question{};  // the command whose answer says what the server made of it; nil if the server is not asked
};

// Belongs to a sale beside its basket: its id, minted by the caller or (nil) by the till, and values kept in its
// commit.
struct SaleNote {
    OrderId id{};
    std::vector<KeptValue> kept{};
};

class Till {
public:
    // `outbox` and `random` must outlive it. `letters` begin its pickup numbers until the server says otherwise.
    Till(const TillIdentity& identity, std::string letters, Outbox& outbox, Random& random);

    // Returns what the basket would come to now; sells nothing.
    std::variant<Offer, Rejection> offer(const Basket& basket, Timestamp now) const;
    // Sells the basket, paid as said. Returns SaleQueued once the sale is on the disk under its pickup number, else why
    // the till cannot sell it. The server's answer comes as news. Throws SQLite::Exception if the disk fails: nothing
    // was sold then.
    std::variant<SaleQueued, Rejection> sell(const Basket& basket, const Payment& payment, Timestamp now,
                                             const SaleNote& note = {});
    // True: what is cooked of a sale that the kitchen's screens do not show is told there by a slip on paper.
    void set_tells_kitchen(bool tells) { tells_kitchen_ = tells; }
    // Goes on waiting for the answer to a sale that the till had asked for when it ended: without one in time it is
    // stated, as ever.
    void await(OrderId order, Timestamp now);
    // Takes a whole order of this till back. At `done` its own rights count no more; at `asked` the answer decides.
    TakenBack cancel(OrderId order, Timestamp now, StaffId second = {});

    // Asks for a refund of one of this till's orders, whole if `lines` is empty. Returns nothing while the server is
    // away: only it can say what is left of the order. Hand money back at RefundCommitted, not before.
    std::optional<RefundId> refund(OrderId order, const std::vector<RefundLine>& lines, RefundReason reason,
                                   Timestamp now, StaffId second = {});

    // Who may log in here. Whoever does stands behind every command from set_person() on; nobody: only the till does.
    // `second`, here and above, countersigns.
    StaffBook& staff() { return staff_; }
    void set_person(const std::optional<Person>& person) { person_ = person; }
    const std::optional<Person>& person() const { return person_; }

    // The shift that this till has open, on its own disk; every command belongs to it. Refuses shift_open, no_shift,
    // amount_invalid. `next_cashier`: the drawer is handed over, and the next shift begins with the same count.
    const std::optional<OwnShift>& open_shift() const { return shift_; }
    std::variant<ShiftId, Rejection> open_shift(StaffId cashier, const CashCount& counted, Timestamp now);
    std::variant<ShiftId, Rejection> close_shift(const CashCount& counted, std::uint32_t open_orders, Timestamp now,
                                                 std::optional<StaffId> next_cashier = {});
    // Returns what should be in the drawer now; zero without a shift.
    Fen expected_cash() const;
    // Refuses amount_invalid, text_invalid. `fen` is more than nothing, but for no_sale.
    std::variant<FactId, Rejection> move_drawer(DrawerMoveKind kind, Fen fen, const std::string& reason, Timestamp now);

    // The money is in the drawer: a fact. Refuses amount_invalid, and without the server top_up_limit.
    std::variant<FactId, Rejection> top_up(MemberId member, const Tender& tender, Timestamp now);
    // These ask the server; nothing while it is away. Hand money out at FactCommitted, not before.
    std::optional<FactId> pay_out(MemberId member, const Tender& tender, Timestamp now, StaffId second = {});
    std::optional<CommandId> issue_card(MemberId member, const std::string& card, const std::string& replaces,
                                        Timestamp now, StaffId second = {});
    // Portions, or grams, of a dish that was counted out are there after all: a fact.
    CommandId add_found(const StockKey& dish, std::uint32_t amount, Timestamp now);
    // The card stops at this till at once, cut off too; the server hears of it as soon as may be.
    CommandId report_card_lost(MemberId member, const std::string& card, Timestamp now);

    void on_open(Timestamp now);
    void on_frame(std::string_view frame, Timestamp now);
    void on_closed(Timestamp now);
    // Called when somebody was there but did not let the connection come about.
    void on_turned_away(Timestamp now);
    void on_timer(Timestamp now);  // call it some ten times a second
    // Keeps the picture before the end.
    void save(Timestamp now);

    // The newest row of the server's journal that it proved to this till, for slips; nothing: none was ever told.
    const std::optional<KeptHead>& journal_head() const { return journal_head_; }

    LineWork take_work();
    std::vector<News> take_news();

    const Replica& replica() const { return replica_; }
    const Upstream& upstream() const { return upstream_; }
    // Returns what the member has in the canteen's accounts, less what this till took since, and with what was topped
    // up here: that money lies in this drawer, and its entry goes before the sales that spend it. Nothing if the server
    // tells no balances.
    std::optional<Holding> holding_of(MemberId member) const;
    // Returns what a sale without the server may still take from accounts in that meal.
    Fen left_without_server(Meal meal) const;
    // Returns all uses that the till knows of: the server's, and its own since.
    Uses known_uses(MemberId member) const;
    // True while the cashier does not know what became of some sale or cancellation.
    bool awaits_answers() const { return !asks_.empty(); }
    Timestamp server_time(Timestamp now) const { return clock_.server_time(now); }
    std::int64_t pace() const { return clock_.pace(); }
    const std::string& letters() const { return letters_; }
    // The canteen's name as last told; "" before the first contact.
    const std::string& site() const { return site_; }
    // Server time of the server's last word; before its first one in this run, of the head kept from an earlier run; 0:
    // of neither.
    Timestamp last_heard() const { return last_heard_; }

private:
    void take(UpstreamWork work, Timestamp now);
    void take_letters();
    void take_site();
    void keep_canteen();
    void keep_trouble();
    void take_head(Timestamp now);
    void on_answer(const Answer& answer, Timestamp now);
    void on_committed(const Entry& entry, const Committed& committed);
    // Returns true if the cashier should look at it later.
    bool on_refused(const Entry& entry, const Rejection& why, Timestamp now);
    bool on_cancel_refused(const Entry& entry, const Rejection& why, Timestamp now);
    bool on_fact_refused(const Entry& entry, const Rejection& why, Timestamp now);
    bool on_refund_refused(const Entry& entry, const Rejection& why, Timestamp now);
    bool on_ask_refused(const Entry& entry, const Rejection& why, Timestamp now);
    void give_up_asks(Timestamp now);
    // States that the sale was made and undone; returns the command.
    CommandId take_back(const Entry& sale, ShiftId gives_back, Timestamp now, StaffId second = {});
    // Refuses what the till may not take from accounts by itself. `counted` is how much of it its own sales already
    // include.
    Refusal check_accounts(const OrderDraft& draft, const std::vector<Tender>& tenders, Fen counted) const;
    Refusal check_top_up(Fen fen, Meal meal) const;
    void take_bounds();
    void state_sale(const Entry& ask, Timestamp now);
    ShiftId shift() const { return shift_ ? shift_->id : ShiftId{}; }
    // A command with a new id, by whoever is logged in.
    Command command_of(CommandBody body, Timestamp now, StaffId second = {});
    // Queues what is of no order; returns the command.
    CommandId state(EntryKind kind, const Bytes16& id, CommandBody body, Timestamp now,
                    std::vector<std::pair<std::string, std::string>> keep = {}, StaffId second = {});
    Command ask_or_statement(const OrderDraft& draft, std::vector<Tender> tenders, bool ask, Timestamp now);

    Outbox& outbox_;
    Random& random_;
    std::string letters_;
    std::string site_;
    bool tells_kitchen_ = false;
    Timestamp last_heard_;
    std::string trouble_;                              // as kept on the disk
    std::optional<OfflineAccounts> offline_accounts_;  // as last told; absent if the server tells no balances either
    Replica replica_;
    OffsetClock clock_;
    Upstream upstream_;
    ReplicaStore keeper_;
    struct OpenAsk {
        CommandId command;
        Timestamp give_up_at;
    };
    std::map<OrderId, OpenAsk> asks_;      // asks for which the cashier waits
    std::set<CommandId> awaited_refunds_;  // refunds for which the cashier waits
    StaffBook staff_;
    std::optional<Person> person_;
    std::optional<OwnShift> shift_;
    PublicKey head_key_;
    std::optional<KeptHead> journal_head_;
    Timestamp head_kept_at_;
    Timestamp prune_at_;
    LineWork work_;
    std::vector<News> news_;
};

}  // namespace canteen::till
