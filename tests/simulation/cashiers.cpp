#include "tests/simulation/cashiers.h"

#include <algorithm>

#include "canteen/wire/common_wire.h"
#include "canteen/wire/field.h"

namespace canteen::simulation {
namespace {

using till::EntryKind;
using till::SaleStage;

constexpr std::uint32_t coin_fen = 10;  // cash is rounded to it
constexpr std::size_t all_entries = 1'000'000;

Employee employee(std::uint32_t number, const char* name, StaffRole role, const char* pin) {
    return {{testing::id_of<StaffId>(number), name, {role}, {}}, pin};
}

StaffId id_of(const Employee* employee) {
    return employee ? employee->staff.id : StaffId{};
}

bool is_question(EntryKind kind) {
    return kind == EntryKind::ask || kind == EntryKind::refund || kind == EntryKind::cancellation ||
           kind == EntryKind::pay_out;
}

}  // namespace

const std::vector<Employee>& employees() {
    static const std::vector<Employee> all{employee(701, "李收银", StaffRole::cashier, "402917"),
                                           employee(702, "王收银", StaffRole::cashier, "739152"),
                                           employee(703, "赵主管", StaffRole::supervisor, "618340")};
    return all;
}

Cashiers::Cashiers(World& world, TillProcess& till, DrawerBook& book)
    : world_(world), till_(till), book_(book), random_(world.chance.next()) {
    till_.on_start = [this] { open_page(); };
    till_.on_stop = [this] { page_.reset(); };
    till_.on_news = [this](const till::News& news) { hear(news); };
    till_.on_older_file = [this] {
        book_.mark_older(till_.device().id);
        is_lost_ = true;
    };
    till_.on_forgotten = [this](const till::Entry& entry) { book_.forget(till_.device().id, entry); };
}

void Cashiers::open_page() {
    page_ = std::make_unique<till::PageTill>(
        till::Counter::House{till_.seller(), till_.outbox(), random_, names_, till_.seed()}, tray_,
        till::TillNames{till_.device().name}, till_.local_now());
}

void Cashiers::hear(const till::News& news) {
    if (const auto* queued = std::get_if<till::SaleQueued>(&news)) {
        const auto kept = till::sale_kept_of(till_.outbox(), queued->draft.id);
        book_.on_sale({queued->draft, till_.device().id, id_of(cashier_), shift(), kept->tenders}, queued->asked);
        sold_.push_back(queued->draft.id);
    }
    book_.on_news(till_.device().id, shift(), news, !till_.seller().upstream().live());
    if (page_) page_->hear(news, till_.local_now());
    if (page_) page_->save();
}

bool Cashiers::ask(v1::PageFrame frame) {
    frame.set_action_id(std::string(12, 'a') + std::to_string(1'000 + ++actions_));
    const auto answer = page_->answer(frame, till_.local_now());
    if (world_.chance.one_in(6)) ask_again(frame, answer);
    if (answer.has_refused()) world_.tell("the till refuses: " + answer.refused().name());
    return !answer.has_refused();
}

void Cashiers::ask_again(const v1::PageFrame& frame, const v1::ActionAnswer& first) {
    const auto before = till_.outbox().head();
    auto again = frame;
    if (world_.plant == Plant::doubled_moves && frame.has_move_drawer()) again.set_action_id(std::string(16, 'b'));
    const auto answer = page_->answer(again, till_.local_now());
    if (world_.plant == Plant::doubled_moves) return;
    if (till_.outbox().head().device_seq != before.device_seq) book_.find("an action was done twice");
    if (answer.SerializeAsString() != first.SerializeAsString()) book_.find("an action was answered twice otherwise");
}

Bytes16 Cashiers::newly_stated(EntryKind kind) {
    Bytes16 id{};
    for (const auto& entry : till_.outbox().kept_from(0, all_entries)) {
        if (entry.kind != kind) continue;
        const auto known = book_.facts().find({kind, entry.order.bytes});
        if (known == book_.facts().end() || known->second.was_forgotten) id = entry.order.bytes;
    }
    return id;
}

void Cashiers::note(BookedFact fact) {
    fact.id = newly_stated(fact.kind);
    fact.till = till_.device().id;
    fact.by = id_of(cashier_);
    fact.shift = shift();
    if (fact.id == Bytes16{}) return book_.find("the till says that it was done, and keeps nothing of it");
    book_.on_fact(fact);
}

ShiftId Cashiers::shift() const {
    const auto& open = till_.seller().open_shift();
    return open ? open->id : ShiftId{};
}

// Nobody looks away while the server is asked.
bool Cashiers::waits() const {
    return page_->counter().sale().stage == SaleStage::asking;
}

void Cashiers::act() {
    if (!till_.is_up()) return;
    if (is_lost_) {
        log_out();
        is_lost_ = false;
    }
    const auto kind = world_.chance.below(24);
    if (!cashier_) {
        log_in();
    } else if (!till_.seller().open_shift()) {
        open_shift();
    } else if (kind < 12) {
        sell();
    } else if (kind < 14) {
        give_back();
    } else if (kind < 16) {
        move_cash();
    } else if (kind < 18) {
        top_up();
    } else if (kind < 19) {
        pay_out();
    } else if (kind < 21) {
        park_or_resume();
    } else if (kind < 22) {
        end_shift(&any_employee());
    } else if (kind < 23 && world_.chance.one_in(2)) {
        end_shift(nullptr);
    } else {
        log_out();
    }
    if (!till_.is_up()) return;
    page_->save();
    till_.pump();
    if (world_.chance.one_in(4)) check_drawer();
}

void Cashiers::check_drawer() {
    if (!till_.is_up() || !till_.seller().open_shift() || book_.was_older(till_.device().id)) return;
    for (const auto& entry : till_.outbox().queued(all_entries))
        if (is_question(entry.kind)) return;
    const auto expected = till_.seller().expected_cash();
    if (expected != in_drawer())
        book_.find("till " + till_.device().letters + " expects " + std::to_string(expected.value) +
                   " fen in its drawer where " + std::to_string(in_drawer().value) + " should be");
}

void Cashiers::log_in() {
    const auto& who = any_employee();
    v1::PageFrame frame;
    auto& wanted = *frame.mutable_log_in();
    wanted.set_staff_id(bytes_of(who.staff.id.bytes));
    wanted.set_pin(who.pin);
    if (ask(frame)) cashier_ = &who;
}

void Cashiers::log_out() {
    v1::PageFrame frame;
    frame.mutable_log_out();
    if (ask(frame)) cashier_ = nullptr;
}

void Cashiers::count(google::protobuf::RepeatedPtrField<v1::CountedNote>& notes, Fen fen) {
    auto& note = *notes.Add();
    note.set_fen(coin_fen);
    note.set_count(static_cast<std::uint32_t>(fen.value / coin_fen));
}

void Cashiers::open_shift() {
    const Fen counted = world_.chance.one_in(2) ? std::max(in_drawer(), Fen{}) : Fen{200'00};
    v1::PageFrame frame;
    count(*frame.mutable_open_shift()->mutable_counted(), counted);
    if (ask(frame)) note({EntryKind::shift_open, {}, {}, {}, {}, counted});
}

// Counts a little wrong now and then; one in debt to the safe counts nothing.
void Cashiers::end_shift(const Employee* next) {
    const Fen wrong = world_.chance.one_in(5) ? any_sum(3) : Fen{};
    const Fen counted = std::max(in_drawer() + wrong, Fen{});
    v1::PageFrame frame;
    auto& wanted = *frame.mutable_close_shift();
    count(*wanted.mutable_counted(), counted);
    if (next) {
        wanted.set_next_staff_id(bytes_of(next->staff.id.bytes));
        wanted.set_next_pin(next->pin);
    }
    const auto queued = till_.outbox().queued(all_entries);
    const bool is_certain = std::ranges::none_of(queued, [](const auto& entry) { return is_question(entry.kind); });
    if (!ask(frame)) return;
    BookedFact fact{EntryKind::shift_close, {}, {}, {}, {}, counted};
    fact.is_certain = is_certain;
    note(fact);
    if (next) note_successor(*next);
    cashier_ = next;
}

void Cashiers::note_successor(const Employee& next) {
    ++handed_over_;
    const auto& opened = till_.seller().open_shift();
    if (!opened || opened->cashier != next.staff.id) return book_.find("the drawer was not handed over");
    book_.on_fact(
        {EntryKind::shift_open, opened->id.bytes, till_.device().id, id_of(cashier_), opened->id, opened->opening});
    if (world_.plant == Plant::old_names) till_.seller().set_person(staff_person(id_of(cashier_)));
}

void Cashiers::move_cash() {
    constexpr std::array words{"pay_in", "pay_out", "safe_drop", "no_sale"};
    const auto kind = world_.chance.below(words.size());
    const Fen fen = kind == 3 ? Fen{} : any_sum(40);
    v1::PageFrame frame;
    auto& wanted = *frame.mutable_move_drawer();
    wanted.set_kind(words.at(kind));
    wanted.set_fen(fen.value);
    wanted.set_reason("买冰");
    if (ask(frame)) note({EntryKind::drawer_move, {}, {}, {}, {}, kind == 0 ? fen : -fen});
}

void Cashiers::top_up() {
    v1::PageFrame desk, frame;
    desk.mutable_open_desk()->set_member_id(bytes_of(any_member()));
    ask(desk);
    const bool in_cash = !world_.chance.one_in(3);
    const Fen fen = any_sum(world_.chance.one_in(3) ? 1'100 : 60);
    auto& wanted = *frame.mutable_top_up();
    wanted.set_fen(fen.value);
    wanted.set_kind(in_cash ? v1::CASH : v1::WECHAT);
    const bool could_ask = till_.seller().upstream().can_ask();
    if (!ask(frame)) return book_.meet_limit();
    note({EntryKind::top_up, {}, {}, {}, {}, fen, in_cash});
    if (could_ask) return;
    if (fen > till::most_top_up_offline) book_.find("a till took too large a top-up");
    book_.check_top_ups_waiting(till_.device().id);
}

void Cashiers::pay_out() {
    v1::PageFrame desk, frame;
    desk.mutable_open_desk()->set_member_id(bytes_of(any_member()));
    ask(desk);
    const Fen fen = any_sum(20);
    frame.mutable_pay_out()->set_fen(fen.value);
    if (ask(frame)) note({EntryKind::pay_out, {}, {}, {}, {}, fen});
}

void Cashiers::sell() {
    if (waits()) return;
    auto& counter = page_->counter();
    if (counter.basket().is_empty()) {
        if (!counter.menu(till_.local_now())) {
            v1::PageFrame meal;
            to_wire(testing::lunch_on(testing::lunch_date), *meal.mutable_choose_meal()->mutable_meal());
            ask(meal);
        }
        constexpr std::array dishes{testing::rice, testing::noodles, testing::last_fish};
        for (const auto dish : dishes) {
            if (dish != testing::rice && !world_.chance.one_in(3)) continue;
            v1::PageFrame add;
            add.mutable_add_dish()->set_dish(dish.value);
            add.mutable_add_dish()->set_quantity(1 + static_cast<std::uint32_t>(world_.chance.below(2)));
            ask(add);
        }
        if (world_.chance.one_in(2)) {
            v1::PageFrame guest;
            guest.mutable_choose_guest()->set_member_id(bytes_of(any_member()));
            ask(guest);
        }
    }
    if (!world_.chance.one_in(8)) pay();  // else the guest looks for the money
}

void Cashiers::pay() {
    auto& counter = page_->counter();
    if (counter.basket().new_sums && !counter.basket().is_agreed) {
        v1::PageFrame agree;
        agree.mutable_agree_price()->set_basket_id(bytes_of(counter.basket().id.bytes));
        ask(agree);
    }
    v1::PageFrame frame;
    auto& wanted = *frame.mutable_pay_basket();
    wanted.set_basket_id(bytes_of(counter.basket().id.bytes));
    wanted.set_revision(counter.basket().revision);
    add_payment(wanted, !counter.basket().guest.is_nil());
    if (ask(frame)) return;
    book_.meet_limit();
    if (!world_.chance.one_in(2)) return;
    v1::PageFrame clear;  // the guest goes
    clear.mutable_clear_basket();
    ask(clear);
}

void Cashiers::add_payment(v1::PayBasket& pay, bool has_guest) {
    const auto kind = world_.chance.below(6);
    if (kind == 0) {
        pay.add_parts()->set_kind(v1::WECHAT);
    } else if (has_guest && kind < 4) {
        pay.add_parts()->set_kind(v1::STORED_VALUE);
        if (kind == 1) pay.mutable_parts(0)->set_fen(1'00);  // the rest in cash
    }
}

void Cashiers::park_or_resume() {
    v1::PageFrame frame;
    const auto& parked = page_->counter().parked();
    if (parked.empty() || world_.chance.one_in(2)) {
        frame.mutable_park_basket();
    } else {
        frame.mutable_resume_basket()->set_basket_id(bytes_of(parked.front().basket.id.bytes));
    }
    ask(frame);
}

void Cashiers::give_back() {
    if (sold_.empty()) return;
    const auto order = world_.chance.one_in(2) ? sold_.back() : sold_[world_.chance.below(sold_.size())];
    v1::PageFrame frame;
    auto& wanted = *frame.mutable_give_back();
    wanted.set_order_id(bytes_of(order.bytes));
    wanted.set_reason(v1::GUEST_ASKED);
    if (world_.chance.one_in(3)) {
        wanted.add_lines()->set_line_id(1);
        wanted.mutable_lines(0)->set_amount(1);
    }
    if (world_.chance.one_in(2)) wanted.set_second_pin(employees().back().pin);
    if (!ask(frame)) return;
    const auto known = till_.outbox().order(order);
    if (known && known->state == till::SaleState::cancelled) return book_.give_back(order);
    book_.on_refund_asked(order, shift());
}

const Employee& Cashiers::any_employee() {
    return employees()[world_.chance.below(employees().size())];
}

Bytes16 Cashiers::any_member() {
    return testing::member_with(1 + static_cast<std::uint32_t>(world_.chance.below(6)), "dibao").id.bytes;
}

}  // namespace canteen::simulation
