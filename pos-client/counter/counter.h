// A cashier's work at one till: fills a basket, says for whom, parks it, sells it. Every page of the till shows the
// same counter; what stands on it survives the process. Sans-I/O; `now` is the till's own clock. One thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "canteen/app/phonetics.h"
#include "pos-client/core/till.h"
#include "pos-client/counter/counter_store.h"
#include "pos-client/counter/denial.h"
#include "pos-client/counter/dish_finder.h"
#include "pos-client/counter/field_route.h"
#include "pos-client/counter/guest_finder.h"
#include "pos-client/counter/tender_offers.h"

namespace canteen::till {

inline constexpr std::size_t max_parked_baskets = 20;

// The basket as the page saw it, and how it is paid; `given` in cash, 0: exactly.
struct PayRequest {
    BasketId basket;
    std::uint32_t revision = 0;
    Payment parts;
    Fen given{};
};

class Counter {
public:
    // All of them outlive it.
    struct House {
        Till& till;
        Outbox& outbox;
        Random& random;
        const Phonetics& phonetics;
        const SigningSeed& seed;  // read at construction alone
    };
    // Goes on where the process before it stood. Throws CodecError if that cannot be read.
    Counter(const House& house, Timestamp now);

    // The basket. Each returns why not, or nothing once it is done.
    Denied add_line(const BasketLine& line, Timestamp now, std::uint32_t* row = nullptr);
    Denied change_row(std::uint32_t row, const BasketLine& line);
    Denied set_mode(ServiceMode mode, Fen delivery_fee);
    Denied choose_meal(const Meal& meal, Timestamp now);
    Denied choose_guest(MemberId guest, Identified by);
    Denied drop_guest();
    Denied clear(Timestamp now);
    Denied park(Timestamp now);
    Denied resume(BasketId basket, Timestamp now);
    Denied agree_price(BasketId basket);
    // Sells the basket. Of one that was sold already nothing is done, and nothing is wrong.
    Denied pay(const PayRequest& wanted, Timestamp now);
    // The guest has gone: the sale is shown no more.
    Denied next_guest();
    // Forgets why the basket was not sold: portions were found.
    void forget_problem() { problem_.reset(); }

    // Says what was typed into the field; changes nothing.
    FieldMeaning meaning_of_field(const std::string& text, bool burst, Timestamp now);
    std::vector<MemberId> find_guests(const std::string& text, Timestamp now);

    // Takes in what became of sales.
    void hear(const News& news, Timestamp now);
    // Saves what changed since the last time. Throws SQLite::Exception.
    void save();

    const WorkingBasket& basket() const { return kept_.basket; }
    const std::vector<ParkedBasket>& parked() const { return kept_.parked; }
    const LastSale& sale() const { return kept_.sale; }
    // Why the basket was refused when it was last to be sold; gone with its next change.
    const Denied& problem() const { return problem_; }
    // Returns what the basket comes to, or why it has no price; the latter of an empty basket, too.
    std::variant<Offer, Rejection> offer(Timestamp now) const;
    std::vector<TenderOffer> tenders(const Offer& offer) const;
    // Returns the menu that the basket is sold from; null without any.
    const Menu* menu(Timestamp now) const;
    DishFinder& dishes() { return dishes_; }

private:
    WorkingBasket fresh_basket(Timestamp now);
    void changed();
    Denied may_change() const;
    Denied check(const PayRequest& wanted) const;
    void come_back(const Rejection& why, Timestamp now);
    void settle_restart(Timestamp now);

    Till& till_;
    Outbox& outbox_;
    Random& random_;
    CounterStore store_;
    GuestFinder guests_;
    DishFinder dishes_;
    KeptCounter kept_;
    Denied problem_;
    bool is_saved_ = true;
};

}  // namespace canteen::till
