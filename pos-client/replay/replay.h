// Plays one register's sales: each at its time, or as soon as the one before is decided. Sans-I/O; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pos-client/core/till.h"
#include "pos-client/replay/sales_file.h"

namespace canteen::till {

inline constexpr int max_tries = 5;  // for one sale whose price or menu changed meanwhile
inline constexpr std::chrono::milliseconds try_again_after{200};

struct Tally {
    std::uint64_t sales = 0, lines = 0, grams = 0;  // sold ones: committed or stated
    Fen food, to_pay;
    std::uint64_t committed = 0;  // answers of either kind of sale, each order once
    std::uint64_t refused = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t exceptions = 0;
    std::map<std::string, std::uint64_t> reasons;  // refusals by name
};

class Replay {
public:
    // At `speed` 0 it goes as fast as it is answered; else the file's time runs that many times as fast.
    Replay(std::vector<Checkout> checkouts, std::uint32_t speed, Timestamp start);

    // Sells what is due. Call after news and from time to time.
    void step(Till& seller, Timestamp now);
    void on_news(const News& news, Timestamp now);

    // True if every checkout was played and decided; answers to statements may be outstanding.
    bool done() const { return next_ == checkouts_.size() && !current_; }
    const Tally& tally() const { return tally_; }
    // Returns the file's name for the order; "" if it is not from this run.
    std::string name_of(OrderId order) const;

private:
    struct Current {
        Basket basket;
        OrderId order;
        int tries = 0;
        Timestamp not_before;
        bool waits = false;  // for the server's answer
    };
    bool is_due(const Checkout& checkout, Timestamp now) const;
    void sell(Till& seller, Timestamp now);
    void cancel(Till& seller, const Checkout& checkout, Timestamp now);
    void on_refused(const Rejection& why, Timestamp now);
    void sold(OrderId order);
    void take_next();

    std::vector<Checkout> checkouts_;
    std::uint32_t speed_;
    Timestamp start_;
    std::size_t next_ = 0;            // the checkout being played
    std::optional<Current> current_;  // its sale
    struct Made {
        std::string name;  // in the file
        OrderDraft draft;
        bool sold = false;
        bool committed = false;
    };
    std::map<OrderId, Made> made_;
    std::map<std::string, OrderId> orders_;  // by the file's name
    std::set<CommandId> cancellations_;      // asked for in this run
    Tally tally_;
};

}  // namespace canteen::till
