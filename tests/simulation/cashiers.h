// The cashiers of one till, one after another: they log in, open and hand over the drawer, sell, park, take back, top
// up, pay out and move cash, all by the frames of the till's page, some of them twice. What they know of it stands in
// the drawer book. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pos-client/page/page_till.h"
#include "tests/counter/fake_tray.h"
#include "tests/simulation/drawer_book.h"
#include "tests/simulation/till_process.h"

namespace canteen::simulation {

// Whom the canteen employs: two cashiers and a supervisor, with their PINs.
struct Employee {
    StaffMember staff;
    std::string pin;
};
const std::vector<Employee>& employees();

class Cashiers {
public:
    // All of them outlive it.
    Cashiers(World& world, TillProcess& till, DrawerBook& book);

    // Does any one thing that can be done now.
    void act();
    // Expects the till to think of its drawer as the cashiers do, while it waits for no answer.
    void check_drawer();
    std::size_t handed_over() const { return handed_over_; }

private:
    class Soundless final : public Phonetics {
        std::vector<std::string> spellings_of(const std::string& name) const override { return {name}; }
    };

    void open_page();
    void hear(const till::News& news);
    // Returns whether it was done; often asks again, as a page does that heard no answer.
    bool ask(v1::PageFrame frame);
    void ask_again(const v1::PageFrame& frame, const v1::ActionAnswer& first);
    // Returns the id of what the till keeps of that kind and nobody has noted yet; nil: nothing.
    Bytes16 newly_stated(till::EntryKind kind);
    void note(BookedFact fact);

    void log_in();
    void log_out();
    void open_shift();
    void end_shift(const Employee* next);
    void note_successor(const Employee& next);
    void move_cash();
    void top_up();
    void pay_out();
    void sell();
    void pay();
    void add_payment(v1::PayBasket& pay, bool has_guest);
    void park_or_resume();
    void give_back();

    // The shift that is open; nil: none.
    ShiftId shift() const;
    bool waits() const;
    const Employee& any_employee();
    Bytes16 any_member();
    Fen any_sum(std::size_t most_yuan) {
        return Fen{100} * static_cast<std::int64_t>(1 + world_.chance.below(most_yuan));
    }
    void count(google::protobuf::RepeatedPtrField<v1::CountedNote>& notes, Fen fen);
    Fen in_drawer() const { return book_.in_drawer(till_.device().id); }

    World& world_;
    TillProcess& till_;
    DrawerBook& book_;
    testing::SeededRandom random_;
    Soundless names_;
    till::test::FakeTray tray_;
    std::unique_ptr<till::PageTill> page_;
    const Employee* cashier_ = nullptr;
    bool is_lost_ = false;  // the till came back with an older file: nobody knows who is logged in there
    std::vector<OrderId> sold_;
    std::uint32_t actions_ = 0;
    std::size_t handed_over_ = 0;
};

}  // namespace canteen::simulation
