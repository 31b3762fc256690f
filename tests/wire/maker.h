// Makes values of the domain at random, every field of every type filled by its type, so that no field can be
// forgotten. The same seed makes the same values.
#pragma once

#include <array>
#include <boost/pfr.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/domain/model/event.h"

namespace canteen {

template <class T>
struct OfType {};

// Returns the highest enumerator; all are 1 to it without a gap.
constexpr int last_of(OfType<MealSlot>) {
    return 3;
}
constexpr int last_of(OfType<DayKind>) {
    return 4;
}
constexpr int last_of(OfType<ServiceMode>) {
    return 3;
}
constexpr int last_of(OfType<Origin>) {
    return 4;
}
constexpr int last_of(OfType<Role>) {
    return 4;
}
constexpr int last_of(OfType<Served>) {
    return 2;
}
constexpr int last_of(OfType<TicketState>) {
    return 4;
}
constexpr int last_of(OfType<OrderState>) {
    return 6;
}
constexpr int last_of(OfType<TenderKind>) {
    return 10;
}
constexpr int last_of(OfType<StockMoveKind>) {
    return 8;
}
// Leaves points out: they are in no posting.
constexpr int last_of(OfType<AccountKind>) {
    return 13;
}
constexpr int last_of(OfType<UseKind>) {
    return 12;
}
constexpr int last_of(OfType<CalendarMark>) {
    return 2;
}
constexpr int last_of(OfType<Shrink>) {
    return 3;
}
constexpr int last_of(OfType<RoundingDirection>) {
    return 3;
}
constexpr int last_of(OfType<RefundReason>) {
    return 6;
}
constexpr int last_of(OfType<Feed>) {
    return 5;
}
constexpr int last_of(OfType<ExceptionCode>) {
    return 12;
}
constexpr int last_of(OfType<RejectionCode>) {
    return 8;
}
constexpr int last_of(OfType<Identified>) {
    return 5;
}
constexpr int last_of(OfType<Choose>) {
    return 3;
}
constexpr int last_of(OfType<CardState>) {
    return 3;
}
constexpr int last_of(OfType<ReviewStep>) {
    return 6;
}
constexpr int last_of(OfType<PointsAccountKind>) {
    return 5;
}
constexpr int last_of(OfType<RevenueBase>) {
    return 3;
}
constexpr int last_of(OfType<SharePeriod>) {
    return 2;
}
constexpr int last_of(OfType<ClaimState>) {
    return 4;
}
constexpr int last_of(OfType<FindingCode>) {
    return 12;
}
constexpr int last_of(OfType<ClaimForm>) {
    return 3;
}

constexpr int last_of(OfType<StaffRole>) {
    return 4;
}
constexpr int last_of(OfType<DrawerMoveKind>) {
    return 4;
}

class Maker {
public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    template <class T>
    T any() {
        return make(OfType<T>{});
    }
    // Returns 0 to `most`.
    std::uint64_t up_to(std::uint64_t most) { return most == ~0ULL ? random_() : random_() % (most + 1); }

private:
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(up_to(static_cast<std::uint64_t>(high - low)));
    }

    bool make(OfType<bool>) { return up_to(1) == 1; }
    std::uint8_t make(OfType<std::uint8_t>) { return static_cast<std::uint8_t>(up_to(all_diet_flags)); }
    std::uint32_t make(OfType<std::uint32_t>) { return static_cast<std::uint32_t>(up_to(1'000'000)); }
    std::uint64_t make(OfType<std::uint64_t>) { return up_to(~0ULL); }
    std::int32_t make(OfType<std::int32_t>) { return static_cast<std::int32_t>(between(-1'000'000, 1'000'000)); }
    std::int64_t make(OfType<std::int64_t>) { return between(-1'000'000'000, 1'000'000'000); }
    std::string make(OfType<std::string>) {
        static const std::array<const char*, 6> words{"", "a", "回锅肉", "less salt", "\n", "\"\\"};
        std::string text;
        for (auto n = up_to(4); n > 0; --n) text += words[up_to(words.size() - 1)];
        return text;
    }
    Timestamp make(OfType<Timestamp>) { return {between(1, 253'402'300'799'999)}; }
    Date make(OfType<Date>) { return {static_cast<std::int32_t>(between(-700'000, 2'900'000))}; }
    MinuteOfDay make(OfType<MinuteOfDay>) { return {static_cast<std::int32_t>(up_to(1440))}; }
    PickupNumber make(OfType<PickupNumber>) {
        return {std::string(up_to(2), static_cast<char>('A' + up_to(25))), any<std::uint32_t>()};
    }
    ShareBenefit make(OfType<ShareBenefit>) {
        return {any<std::uint32_t>(), any<std::uint32_t>() + 1, any<Fen>(), any<Rounding>()};
    }
    Rounding make(OfType<Rounding>) {
        const Fen unit{between(1, max_rounding_unit.value)};
        return {unit, any<RoundingDirection>(), any<bool>()};
    }
    // Makes groups of GB 7718.
    std::vector<std::uint8_t> make(OfType<std::vector<std::uint8_t>>) {
        std::vector<std::uint8_t> groups(up_to(3));
        for (auto& group : groups) group = static_cast<std::uint8_t>(1 + up_to(7));
        return groups;
    }
    FindMembers make(OfType<FindMembers>) {
        return {any<std::string>(), static_cast<std::uint32_t>(1 + up_to(max_member_hits - 1))};
    }
    ExplainOrder make(OfType<ExplainOrder>) {
        return {any<std::string>(), any<std::string>(),          any<std::string>(), any<std::string>(),
                any<std::string>(), std::to_string(up_to(1000)), any<std::string>(), any<std::string>()};
    }
    // Leaves out the sums of a refusal: a query tells none.
    QueryReply make(OfType<QueryReply>) {
        QueryReply told{any<std::uint64_t>(), any<QueryResult>()};
        if (auto* refused = std::get_if<Rejection>(&told.result)) refused->sums.reset();
        return told;
    }
    // Whoever stands behind a client's command: never a user of the server's machine.
    Person make(OfType<Person>) {
        return {static_cast<PersonKind>(2 + up_to(2)), any<Bytes16>(), any<bool>() ? Bytes16{} : any<Bytes16>()};
    }
    // Events of their own say what else is known of staff, and how a shift ends.
    PutStaff make(OfType<PutStaff>) { return {staff_body()}; }
    StaffRecorded make(OfType<StaffRecorded>) { return {staff_body()}; }
    StaffListed make(OfType<StaffListed>) { return {{staff_body()}}; }
    ShiftOpened make(OfType<ShiftOpened>) {
        return {{any<ShiftId>(), any<DeviceId>(), any<StaffId>(), any<Timestamp>(), any<CashCount>()}};
    }
    // Nobody is recorded without a name.
    StaffMember staff_body() {
        return {any<StaffId>(), "李" + any<std::string>(), any<std::vector<StaffRole>>(), any<DateRange>()};
    }
    // A scheme is kept as its text and comes from its file: see the tests of the site's values.
    SchemePublished make(OfType<SchemePublished>) = delete;

    template <class E>
        requires std::is_enum_v<E>
    E make(OfType<E> type) {
        return static_cast<E>(1 + up_to(static_cast<std::uint64_t>(last_of(type) - 1)));
    }
    template <std::size_t N>
    std::array<std::uint8_t, N> make(OfType<std::array<std::uint8_t, N>>) {
        std::array<std::uint8_t, N> bytes;
        for (auto& b : bytes) b = static_cast<std::uint8_t>(up_to(255));
        return bytes;
    }
    template <class T>
    std::vector<T> make(OfType<std::vector<T>>) {
        std::vector<T> items(up_to(3));
        for (auto& item : items) item = any<T>();
        return items;
    }
    template <class T>
    std::optional<T> make(OfType<std::optional<T>>) {
        if (any<bool>()) return std::nullopt;
        return any<T>();
    }
    template <class K, class V>
    std::map<K, V> make(OfType<std::map<K, V>>) {
        std::map<K, V> items;
        for (auto n = up_to(3); n > 0; --n) items.emplace(any<K>(), any<V>());
        return items;
    }
    template <class... Ts>
    std::variant<Ts...> make(OfType<std::variant<Ts...>>) {
        auto place = up_to(sizeof...(Ts) - 1);
        std::optional<std::variant<Ts...>> made;
        ((place-- == 0 ? (void)made.emplace(any<Ts>()) : void()), ...);
        return *std::move(made);
    }
    template <class T>
        requires std::is_aggregate_v<T>
    T make(OfType<T>) {
        T value{};
        boost::pfr::for_each_field(value, [this](auto& field) { field = any<std::decay_t<decltype(field)>>(); });
        return value;
    }

    std::mt19937_64 random_;
};

// Makes one of the kinds a client may send; the server alone says that a clock is doubtful and what hours earn.
inline Command any_client_command(Maker& maker) {
    using Body =
        std::variant<PlaceOrder, RecordSale, CancelOrder, MarkLine, MarkTicket, HandOver, AcknowledgeCancelled,
                     SetSoldOut, AddPortions, Refund, TopUp, PayOut, TransferBalance, SetDeductOrder, PutMember,
                     ReviewApplication, IssueCard, ReportCardLost, EraseMember, SetEmployer, ReceiveFromEmployer,
                     SetPointsRule, RecordHours, SubmitClaim, DropClaim, AnswerFinding, RejectClaimLine,
                     ReceiveClaimPayment, SetPartnerAgreement, RecordPartnerCost, DateSale, SettleShort, MergeMembers,
                     OpenShift, CloseShift, MoveDrawer, PutStaff, EndStaff, UnlockStaff>;
    Command command{maker.any<CommandId>(), {}, maker.any<std::optional<Person>>()};
    std::visit([&](auto&& body) { command.body = body; }, maker.any<Body>());
    if (auto* sale = std::get_if<RecordSale>(&command.body)) {
        sale->clock_doubtful = false;
        sale->said_at = {};
    }
    if (auto* add = std::get_if<AddPortions>(&command.body)) add->kind = StockMoveKind::wasted;
    if (auto* receive = std::get_if<ReceiveFromEmployer>(&command.body)) receive->account = AccountKind::allowance;
    if (auto* record = std::get_if<RecordHours>(&command.body)) record->hours.points = 0;
    return command;
}

// Makes any kind but SchemePublished.
inline Event any_event(Maker& maker) {
    using Made =
        std::variant<OrderHeld, OrderPlaced, OrderPaid, SaleConfirmed, TicketOpened, LineMarked, TicketMarked,
                     OrderHandedOver, OrderCancelled, CancelAcknowledged, OrderExpired, StockMoved, SoldOutSet,
                     LedgerPosted, RightUsed, RightFreed, RightDisputed, ExceptionListed, MenuPublished, MemberRecorded,
                     CalendarSet, DeviceEnrolled, DeviceClaimed, DeviceRevoked, EpochStarted, ClockFollowed,
                     UnreadableNoted, OrderRefunded, TicketStruck, DeductOrderSet, MemberErased, EmployerSet,
                     PointsRuleSet, HoursRecorded, PointsPosted, ClaimDrafted, ClaimDropped, FindingAnswered,
                     ClaimSubmitted, ClaimLineRejected, ClaimPaymentReceived, PartnerAgreementSet, PartnerCostRecorded,
                     SaleDated, MembersMerged, FactStated, ShiftOpened, ShiftClosed, DrawerMoved, StaffRecorded,
                     StaffEnded, StaffUnlocked, StaffPinSet>;
    return std::visit([](auto&& event) { return Event{event}; }, maker.any<Made>());
}

}  // namespace canteen
