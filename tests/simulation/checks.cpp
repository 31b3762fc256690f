#include "tests/simulation/checks.h"

#include <algorithm>

#include "canteen/app/feeds/kitchen_view.h"
#include "canteen/crypto/hash.h"
#include "canteen/domain/base/hex.h"

namespace canteen::simulation {
namespace {

// Allows for two clocks and a frame's way: a sale may be this much older than the server could know.
constexpr std::chrono::seconds clock_slack{8};

std::string short_name(OrderId id) {
    return to_hex(id.bytes).substr(24);
}

class Audit {
public:
    explicit Audit(LineLunch& lunch) : lunch_(lunch), truth_(lunch.witness.truth()) {}

    std::vector<std::string> findings() {
        findings_ = lunch_.witness.findings();
        for (const auto& strange : lunch_.world.strange_words) find(strange);
        check_sales();
        check_orders();
        check_tickets();
        check_days();
        check_stock();
        check_rights();
        check_ledger();
        check_kitchen();
        for (auto* till : lunch_.tills()) check_picture(*till);
        check_disk();
        return std::move(findings_);
    }

private:
    void find(const std::string& what) { findings_.push_back(what); }

    // Checks that every sale is where its till says it is, once.
    void check_sales() {
        for (const auto& [id, sale] : lunch_.book.sales()) {
            const auto* order = lunch_.witness.order(id);
            const auto state = state_at_till(id);
            const auto name = "order " + short_name(id);
            const bool is_live = order && order->state != OrderState::cancelled && order->state != OrderState::expired;
            if (sale.was_forgotten) {
                // Its till cannot say; the check that it is not there twice must do.
            } else if (!state || *state == till::SaleState::asked) {
                find(name + " is not decided at its till");
            } else if (*state == till::SaleState::sold) {
                if (!is_live && !sale.was_refunded) find(name + " was sold and is not on the server");
            } else if (is_live && !is_listed(id, sale)) {
                find(name + " was refused or taken back and is on the server");
            }
            if (order && lunch_.witness.times_placed(id) != 1) find(name + " was placed more than once");
        }
    }

    // True if the till lists the sale for a person to decide. A restored server gets it again, late: it counts as
    // served, and what the guest got back before cannot be taken back again.
    bool is_listed(OrderId id, const BookedSale& sale) {
        if (!lunch_.was_restored() || !sale.was_cancelled || !sale.was_kept) return false;
        const auto has_notice = [&](TillProcess* till) {
            const auto notices = till->outbox().notices();
            return std::any_of(notices.begin(), notices.end(), [&](const auto& notice) { return notice.order == id; });
        };
        const auto all = lunch_.tills();
        return std::any_of(all.begin(), all.end(), has_notice);
    }

    std::optional<till::SaleState> state_at_till(OrderId id) {
        for (auto* till : lunch_.tills()) {
            if (!till->is_up()) continue;
            if (const auto kept = till->outbox().order(id)) return kept->state;
        }
        return std::nullopt;
    }

    // Checks that nothing is on the server that nobody sold, or that was sold otherwise.
    void check_orders() {
        for (const auto& [id, order] : truth_.orders) {
            if (!order) continue;
            const auto* sale = lunch_.book.find(id);
            if (!sale) {
                find("order " + short_name(id) + " was sold by nobody");
            } else if (!sale->was_refunded &&
                       (order->draft.lines != sale->draft.lines || order->draft.shown != sale->draft.shown)) {
                find("order " + short_name(id) + " is not what was sold");
            }
        }
    }

    // Checks that sales in time are cooked and late ones are not.
    void check_tickets() {
        for (const auto& row : lunch_.witness.rows())
            for (const auto& event : row.events) {
                const auto* placed = std::get_if<OrderPlaced>(&event);
                if (placed) check_ticket(placed->order, row);
            }
    }

    // True if nobody waits for the food, or nobody can tell.
    static bool is_not_cooked(const JournalRow& row, OrderId order) {
        return std::any_of(row.events.begin(), row.events.end(), [order](const Event& event) {
            const auto* listed = std::get_if<ExceptionListed>(&event);
            if (!listed || listed->exception.order != order) return false;
            const auto code = listed->exception.code;
            return code == ExceptionCode::sale_taken_back || code == ExceptionCode::clock_doubtful ||
                   code == ExceptionCode::day_doubtful;
        });
    }

    void check_ticket(const Order& order, const JournalRow& row) {
        const auto* sale = lunch_.book.find(order.draft.id);
        if (!sale) return;
        const auto age = row.time - sale->sold_at;
        const auto& lines = order.draft.lines;
        const bool is_cooked =
            std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.dish == testing::noodles; });
        if (order.ticket && age > late_after + clock_slack)
            find("a late ticket of order " + short_name(order.draft.id));
        if (!order.ticket && is_cooked && age < late_after - clock_slack && !is_not_cooked(row, order.draft.id))
            find("no ticket of order " + short_name(order.draft.id));
    }

    // Checks that every sale belongs to a meal in the end.
    void check_days() {
        for (const auto& [id, order] : truth_.orders)
            if (order && order->day_doubtful && order->state != OrderState::cancelled)
                find("order " + short_name(id) + " is of no day");
    }

    void check_stock() {
        std::map<StockKey, std::int64_t> sold;
        for (const auto& [id, order] : truth_.orders)
            if (order)
                for (const auto& move : order->consumed) sold[move.key] += move.amount;
        for (const auto& [key, row] : truth_.stock) {
            if (row.left() < 0) find("dish " + std::to_string(key.dish.value) + " has less than nothing left");
            if (row.held != 0 || row.sold - row.returned != sold[key])
                find("dish " + std::to_string(key.dish.value) + " was not sold as its orders say");
        }
    }

    void check_rights() {
        std::map<std::pair<UseKey, std::uint32_t>, OrderId> holders;
        for (const auto& [id, order] : truth_.orders) {
            if (!order) continue;
            for (const auto& right : order->rights) {
                if (right.ordinal == 0) continue;
                if (!holders.emplace(std::pair(right.key, right.ordinal), id).second)
                    find("a right of order " + short_name(id) + " is another order's too");
                if (right.key.kind == UseKind::per_day && right.ordinal > 1)
                    find("a right of order " + short_name(id) + " is above its limit");
            }
        }
    }

    void check_ledger() {
        std::map<Account, Fen> of_orders, of_journal;
        Fen sum;
        for (const auto& [id, order] : truth_.orders)
            if (order)
                for (const auto& p : order->postings) of_orders[p.account] += p.fen;
        for (const auto& row : lunch_.witness.rows())
            for (const auto& event : row.events)
                if (const auto* posted = std::get_if<LedgerPosted>(&event))
                    for (const auto& p : posted->postings) {
                        if (!posted->order.is_nil()) of_journal[p.account] += p.fen;
                        sum += p.fen;
                    }
        if (sum != Fen{}) find("the ledger is not zero");
        const auto is_empty = [](const auto& entry) { return entry.second == Fen{}; };
        std::erase_if(of_orders, is_empty);
        std::erase_if(of_journal, is_empty);
        if (of_orders != of_journal) find("the ledger is not what the orders say");
    }

    // Checks the kitchen as a screen that was just switched on would show it, and as the journal says.
    void check_kitchen() {
        KitchenScreen fresh(lunch_.world, lunch_.server, 3);
        fresh.start();
        lunch_.world.scheduler.run_for(std::chrono::seconds{1});
        if (fresh.picture() != lunch_.kitchen.picture()) find("the kitchen shows something else than a fresh snapshot");
        std::map<OrderId, Ticket> tickets;
        for (const auto& [id, order] : truth_.orders)
            if (order && order->ticket && is_shown(*order->ticket, testing::lunch_date)) tickets[id] = *order->ticket;
        if (tickets != lunch_.kitchen.picture().tickets) find("the kitchen's tickets are not the journal's");
        for (const auto& [key, left] : lunch_.kitchen.picture().portions)
            if (left.left != truth_.stock.at(key).left()) find("the kitchen counts other portions than the journal");
    }

    void check_picture(TillProcess& till) {
        if (!till.is_up()) return;
        const auto& picture = till.seller().replica();
        for (const auto& [key, row] : truth_.stock) {
            const auto shown = picture.portions_of(key);
            const bool is_gone = row.sold_out_since || row.left() <= 0;
            if (!shown || shown->left != row.left() || shown->sold_out != is_gone)
                find("a till counts other portions than the journal");
        }
        std::map<UseKey, std::int64_t> used;
        for (const auto& [key, live] : truth_.uses)
            if (!live.ordinals.empty()) used[key] = static_cast<std::int64_t>(live.ordinals.size());
        if (used != picture.uses()) find("a till counts other uses than the journal");
    }

    // Checks that the disk alone knows what the witness saw.
    void check_disk() {
        if (lunch_.server.is_up()) lunch_.server.stop();
        for (const auto& finding : lunch_.disk->findings()) find("verify: " + finding);
        auto& store = lunch_.disk->open();
        Canteen kept;
        Needs needs;
        needs.menus = {testing::lunch_on(testing::lunch_date)};
        for (const auto& [id, order] : truth_.orders)
            if (order) needs.orders.push_back(id);
        store.load(needs, kept);
        const bool has_rows = !lunch_.witness.rows().empty();
        if (has_rows && store.last_seq() != lunch_.witness.rows().back().seq) find("the disk ends at another row");
        for (const auto id : needs.orders)
            if (kept.orders.at(id) != truth_.orders.at(id)) find("the disk has another order " + short_name(id));
        for (const auto& [key, row] : truth_.stock)
            if (const auto found = kept.stock.find(key); found == kept.stock.end() || found->second != row)
                find("the disk has another count of a dish");
        lunch_.disk->close();
    }

    LineLunch& lunch_;
    const Canteen& truth_;
    std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> findings_of(LineLunch& lunch) {
    return Audit(lunch).findings();
}

}  // namespace canteen::simulation
