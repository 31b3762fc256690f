#include "tests/simulation/drawer_checks.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"

namespace canteen::simulation {
namespace {

using till::EntryKind;
using FactKey = std::pair<EntryKind, Bytes16>;

class DrawerAudit {
public:
    explicit DrawerAudit(DrawerLunch& lunch) : lunch_(lunch), book_(lunch.drawers) {}

    std::vector<std::string> findings() {
        lunch_.first_cashiers.check_drawer();
        lunch_.second_cashiers.check_drawer();
        findings_ = book_.findings();
        for (const auto& row : lunch_.witness.rows())
            if (row.actor.role == Role::till) check_row(row);
        check_facts();
        for (auto* till : lunch_.tills()) check_drawer(*till);
        return std::move(findings_);
    }

private:
    void find(const std::string& what) { findings_.push_back(what); }

    // True if nobody can say in what order things reached the books.
    bool is_disturbed(DeviceId till) const { return lunch_.was_restored() || book_.was_older(till); }

    void check_row(const JournalRow& row) {
        for (const auto& event : row.events) {
            if (const auto* e = std::get_if<ShiftOpened>(&event)) check_opening(row, e->shift);
            if (const auto* e = std::get_if<ShiftClosed>(&event)) check_closing(row, *e);
            if (const auto* e = std::get_if<DrawerMoved>(&event)) check_move(row, e->move);
            if (const auto* e = std::get_if<FactStated>(&event)) check_money(row, e->fact);
            if (const auto* e = std::get_if<OrderPlaced>(&event)) check_sale(row, e->order);
            if (const auto* e = std::get_if<ExceptionListed>(&event)) check_exception(row, e->exception);
        }
    }

    const BookedFact* booked(const JournalRow& row, EntryKind kind, const Bytes16& id, const std::string& what) {
        ++times_[{kind, id}];
        const auto fact = book_.facts().find({kind, id});
        if (fact == book_.facts().end()) {
            find(what + " was done by nobody");
            return nullptr;
        }
        if (fact->second.till != row.actor.device) find(what + " is of another till");
        if (fact->second.was_forgotten) return nullptr;  // it may have been done again, otherwise
        check_name(row, fact->second.by, what);
        return &fact->second;
    }

    void check_name(const JournalRow& row, StaffId by, const std::string& what) {
        const auto& person = row.actor.person;
        const Bytes16 named = person && person->kind == PersonKind::staff ? person->id : Bytes16{};
        if (named != by.bytes)
            find(what + " in row " + std::to_string(row.seq) + " is in the name of " + to_hex(named).substr(28) +
                 ", who did it is " + to_hex(by.bytes).substr(28));
    }

    void check_opening(const JournalRow& row, const Shift& shift) {
        const auto* fact = booked(row, EntryKind::shift_open, shift.id.bytes, "a shift's opening");
        if (fact && fact->fen != shift.opening.fen) find("a shift began with another count");
    }

    void check_closing(const JournalRow& row, const ShiftClosed& closed) {
        const auto* fact = booked(row, EntryKind::shift_close, closed.shift.bytes, "a shift's closing");
        if (!fact) return;
        if (fact->fen != closed.closing.counted.fen) find("a shift ended with another count");
        if (fact->is_certain && !is_disturbed(fact->till) && closed.closing.expected != fact->expected)
            find("row " + std::to_string(row.seq) + ": a shift should have ended with " +
                 std::to_string(fact->expected.value) + " fen and by the books with " +
                 std::to_string(closed.closing.expected.value));
        is_certain_[row.seq] = fact->is_certain;
    }

    void check_move(const JournalRow& row, const DrawerMove& move) {
        const auto* fact = booked(row, EntryKind::drawer_move, move.id.bytes, "a drawer's move");
        const Fen into = move.kind == DrawerMoveKind::pay_in ? move.fen : -move.fen;
        if (fact && fact->fen != into) find("a drawer's move is of another sum");
    }

    void check_money(const JournalRow& row, FactId id) {
        if (row.command_name == "TopUp") booked(row, EntryKind::top_up, id.bytes, "a top-up");
        if (row.command_name == "PayOut") booked(row, EntryKind::pay_out, id.bytes, "a pay-out");
    }

    // A sale belongs to who made it and to the shift in which it was made, whenever it arrives.
    void check_sale(const JournalRow& row, const Order& order) {
        const auto sale = book_.sales().find(order.draft.id);
        if (sale == book_.sales().end()) return;  // found by the other checks
        // A sale taken back arrives by the name of who took it back.
        if (is_taken_back(row)) return;
        check_name(row, sale->second.by, "a sale");
        if (order.shift != sale->second.shift) find("a sale is in another shift than the one that made it");
    }

    static bool is_taken_back(const JournalRow& row) {
        return std::ranges::any_of(row.events, [](const Event& event) {
            const auto* listed = std::get_if<ExceptionListed>(&event);
            return listed && listed->exception.code == ExceptionCode::sale_taken_back;
        });
    }

    void check_exception(const JournalRow& row, const Exception& exception) {
        if (is_disturbed(row.actor.device)) return;
        const bool is_of_older_program = !exception.order.is_nil() && !book_.sales().contains(exception.order);
        if (is_of_older_program) return;  // it knew no shifts
        const bool is_of_shift =
            exception.code == ExceptionCode::no_shift || exception.code == ExceptionCode::shift_unknown ||
            exception.code == ExceptionCode::shift_over || exception.code == ExceptionCode::shift_overlaps ||
            (exception.code == ExceptionCode::drawer_differs && is_certain_[row.seq]);
        if (is_of_shift) find("row " + std::to_string(row.seq) + " lists " + std::string(name_of(exception.code)));
    }

    // Checks that whatever a till said was done is in the books, once.
    void check_facts() {
        for (const auto& [id, fact] : book_.facts()) {
            const auto times = times_[id];
            // A restored server may have booked sales in front of a pay-out since: it is listed at the till.
            const bool may_be_missing =
                fact.was_forgotten || (fact.kind == EntryKind::pay_out && (!fact.was_heard || lunch_.was_restored()));
            const std::string what = "a fact of kind " + std::to_string(static_cast<int>(fact.kind));
            if (times > 1) find(what + " is in the books more than once");
            if (times == 0 && !may_be_missing) find(what + " is not in the books");
        }
    }

    // Float, cash that came and cash that went: what lies in the drawer is what the books say.
    void check_drawer(TillProcess& till) {
        const auto id = till.device().id;
        if (is_disturbed(id)) return;
        const auto& drawers = lunch_.witness.truth().drawers;
        const auto booked = drawers.find(to_hex(id.bytes));
        const Fen books = booked == drawers.end() ? Fen{} : booked->second;
        if (books != book_.in_drawer(id))
            find("till " + till.device().letters + "'s drawer holds " + std::to_string(book_.in_drawer(id).value) +
                 " fen, by the books " + std::to_string(books.value));
    }

    DrawerLunch& lunch_;
    const DrawerBook& book_;
    std::map<FactKey, int> times_;
    std::map<Seq, bool> is_certain_;
    std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> drawer_findings_of(DrawerLunch& lunch) {
    return DrawerAudit(lunch).findings();
}

}  // namespace canteen::simulation
