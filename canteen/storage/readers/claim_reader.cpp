#include "canteen/storage/readers/claim_reader.h"

#include <string_view>

#include "canteen/app/store.h"
#include "canteen/domain/model/command_kinds.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/sodium_sealer.h"
#include "canteen/storage/tables/member_table.h"

namespace canteen {
namespace {

constexpr Seq claim_rows_per_slice = 512;

// Leaves sealed values sealed: claims need no person's.
class SealedForGood final : public Sealer {
public:
    std::string seal(MemberId, Seq, std::string_view, std::string_view) override {
        throw UnsealError("a reader seals nothing");
    }
    std::string unseal(MemberId, Seq, std::string_view, std::string_view) const override { return {}; }
};

[[noreturn]] void fail(Seq seq, const std::string& what) {
    throw StoreError("journal row " + std::to_string(seq) + ": " + what);
}

// Checks the chain row by row.
class Chain {
public:
    void follow(const StoredRow& row) {
        if (row.seq != head_.seq + 1) fail(head_.seq + 1, "missing");
        if (row.previous != head_.hash) fail(row.seq, "does not follow the row before it");
        if (hash_of_row(row) != row.hash) fail(row.seq, "was changed: its hash is another");
        head_ = {row.seq, row.hash};
    }
    const JournalHead& head() const { return head_; }

private:
    JournalHead head_;
};

// Tells whether the row may concern the payer. Every event of a share names its scheme, so most rows need not be
// decoded. A claim is named with its scheme only where it is drawn up.
bool concerns(const StoredRow& row, const ClaimPayer& payer) {
    const auto* kind = command_named(row.command_name);
    if (kind && kind->traits.tells_of_claims) return true;
    return row.events.find(payer.scheme) != std::string::npos;
}

// True for sales, and for what ends a hold.
bool tells_of_orders(const StoredRow& row) {
    const auto* kind = command_named(row.command_name);
    return kind && kind->traits.tells_of_orders;
}

// One pass over the journal.
class Reading {
public:
    Reading(const ClaimPayer& payer, OrdersSeen* seen) : payer_(payer), book_(payer), seen_(seen) {}

    // `as_of` 0 reads to the end.
    void read(Connection& db, const Codec& codec, Seq as_of) {
        const SealedForGood sealer;
        Journal journal(db);
        const auto head = journal.head().seq;
        if (as_of > head) fail(as_of, "the journal ends at row " + std::to_string(head));
        const auto last = as_of == 0 ? head : as_of;
        while (chain_.head().seq < last) {
            auto first = chain_.head().seq + 1;
            auto rows = journal.slice(first, std::min(last, first + claim_rows_per_slice - 1));
            if (rows.empty()) fail(first, "missing");
            for (const auto& row : rows) {
                chain_.follow(row);
                take(row, codec, sealer);
            }
        }
    }
    ClaimDraft draw_up(const ClaimPeriod& period) const {
        auto lines = book_.draw_up(period);
        auto earlier = book_.asked_beside(lines);
        auto refunded = book_.refunded_among(lines);
        return {chain_.head(),      std::move(lines),    book_.scheme(),
                std::move(earlier), std::move(refunded), book_.unclaimed_before(period)};
    }

private:
    void take(const StoredRow& row, const Codec& codec, const Sealer& sealer) {
        const bool is_claimed = concerns(row, payer_);
        const bool is_seen = seen_ && tells_of_orders(row);
        if (!is_claimed && !is_seen) return;
        for (const auto& event : codec.decode_events(row.events, row.seq, sealer)) {
            if (is_claimed) book_.add(row.seq, event);
            if (is_seen) seen_->add(event);
        }
    }

    const ClaimPayer& payer_;
    Chain chain_;
    ClaimBook book_;
    OrdersSeen* seen_;
};

// Turns any error of the disk or of a broken file into a StoreError.
template <class Action>
auto with_database(const std::filesystem::path& path, Action action) {
    try {
        Connection db(path, Connection::Mode::read_only);
        require_current_schema(db);
        return action(db);
    } catch (const SQLite::Exception& e) {
        throw StoreError(path.string() + " cannot be read: " + e.what());
    } catch (const CodecError& e) {
        throw StoreError(path.string() + " cannot be read: " + e.what());
    } catch (const UnsealError& e) {
        throw StoreError(std::string("a member cannot be read: ") + e.what());
    }
}

}  // namespace

ClaimDraft draw_up_claim(const std::filesystem::path& database, const Codec& codec, const ClaimPayer& payer,
                         const ClaimPeriod& period, Seq as_of) {
    return with_database(database, [&](Connection& db) {
        Reading reading(payer, nullptr);
        reading.read(db, codec, as_of);
        return reading.draw_up(period);
    });
}

SeenClaimDraft draw_up_claim_to_check(const std::filesystem::path& database, const Codec& codec,
                                      const ClaimPayer& payer, const ClaimPeriod& period) {
    return with_database(database, [&](Connection& db) {
        OrdersSeen seen(payer);
        Reading reading(payer, &seen);
        reading.read(db, codec, 0);
        return SeenClaimDraft{reading.draw_up(period), std::move(seen)};
    });
}

ClaimNames read_claim_names(const std::filesystem::path& database, const SiteKeys& keys, const Codec& codec) {
    return with_database(database, [&](Connection& db) {
        ClaimNames names;
        SodiumSealer sealer(db, keys.site);
        for (auto& member : MemberTable(db, codec, sealer, keys.blind_index).all())
            names.members.emplace(member.id, std::move(member));
        auto devices = db.query("SELECT id, name FROM device");
        while (devices.next()) names.devices.emplace(devices.id<DeviceId>(0), devices.text(1));
        auto days = db.query("SELECT date, mark FROM calendar_day");
        while (days.next()) names.calendar.marks[days.date(0)] = days.as<CalendarMark>(1);
        return names;
    });
}

}  // namespace canteen
