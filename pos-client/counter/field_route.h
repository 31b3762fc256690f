// Tells what was scanned, read or typed into the one field. A form that is certain comes first; a valid ID number is
// never kept and never taken for a payment; whatever is not known here is never a dish. Pure; any thread.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/domain/model/order.h"

namespace canteen::till {

struct AGuest {
    MemberId member;
    Identified by = Identified::card;
};
// Several guests, or one whom only a name told: the cashier asks.
struct SomeGuests {
    std::vector<MemberId> members;
};
struct ADish {
    DishId dish;
};
struct ASale {
    std::string pickup;
};
struct AnIdNumber {};
// A guest's code at a payment channel, as its reference.
struct APaymentCode {
    TenderKind kind = TenderKind::wechat;
    std::string code;
};
struct NothingKnown {};
using FieldMeaning = std::variant<NothingKnown, AGuest, SomeGuests, ADish, ASale, AnIdNumber, APaymentCode>;

// The till's knowledge; each returns nil or nothing for an unknown text.
struct FieldKnowledge {
    std::function<MemberId(const std::string&)> holder_of_card;
    std::function<MemberId(const std::string&)> holder_of_number;
    std::function<std::vector<DishId>(const std::string&)> dishes;    // by code, initials or a part of the name
    std::function<std::vector<MemberId>(const std::string&)> guests;  // by name or what was heard
    std::function<bool(const std::string&)> is_pickup;                // a number of one of the site's tills
};

// `burst`: it came as fast as only a device types. "" means nothing.
FieldMeaning meaning_of(const std::string& typed, bool burst, const FieldKnowledge& known);

}  // namespace canteen::till
