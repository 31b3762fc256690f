// A lunch told by hand-made events, committed to a real file, and the memory that must agree with it.
#pragma once

#include <memory>
#include <string>

#include "canteen/storage/sqlite_store.h"
#include "canteen/wire/protobuf_codec.h"
#include "tests/support/temp_dir.h"

namespace canteen {

inline constexpr Date lunch_day{20557};  // 2026-04-14
inline constexpr Meal the_lunch{lunch_day, MealSlot::lunch};
inline constexpr DishId rice{1};
inline constexpr DishId pork{2};
inline constexpr Timestamp eleven{1'776'135'600'000};

template <class Id>
Id id_of(std::uint8_t kind, std::uint32_t number) {
    Bytes16 bytes{};
    bytes[0] = kind;
    for (std::size_t i = 0; i < 4; ++i) bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return Id{bytes};
}
inline OrderId order_id(std::uint32_t n) {
    return id_of<OrderId>(1, n);
}
inline MemberId member_id(std::uint32_t n) {
    return id_of<MemberId>(2, n);
}
inline DeviceId till_id(std::uint32_t n = 1) {
    return id_of<DeviceId>(3, n);
}
inline CommandId command_id(std::uint32_t n) {
    return id_of<CommandId>(4, n);
}

std::string bytes_of_file(const std::filesystem::path& path);

// Makes up an ID number: area code 999999 never existed; the check digit is right.
std::string made_up_id_number(std::uint32_t n);

Menu lunch_menu();
Member senior(std::uint32_t n);
// Orders rice from the line and pork cooked to order; paid with `cash` after 6 yuan of a payer.
Order pork_order(std::uint32_t n, MemberId member = {});
UsedRight lunch_right(MemberId member, std::uint32_t ordinal = 1);
// Returns the events of an incoming order: with its stock, right and ledger.
Events events_of(const Order& order);
// Returns the order as the state has it afterwards.
Order with_effects(Order order);

class Lunch {
public:
    Lunch();

    std::filesystem::path db() const { return dir / "canteen.db"; }
    SqliteStore& store() { return *store_; }
    // Lets go of the file.
    void close() { store_.reset(); }
    void open();
    void reopen() {
        close();
        open();
    }

    JournalRow row(Events events);
    RefusedRow refusal(Rejection why);
    // Commits the events as one command and applies them to `memory`.
    void commit(Events events);
    // Commits each as a command of its own, in one batch.
    void commit_all(std::vector<Events> commands);
    // Commits a menu, stock, three seniors and a till.
    void open_shop();
    // Checks that the file holds what its journal says, and so does one made anew from the journal; reopens it.
    void expect_whole();

    TempDir dir;
    SiteKeys keys;
    ProtobufCodec codec;
    Canteen memory;
    Timestamp now = eleven;  // the next row's time

private:
    std::unique_ptr<SqliteStore> store_;
    std::uint32_t commands_ = 0;
    std::uint64_t entries_ = 0;
};

}  // namespace canteen
