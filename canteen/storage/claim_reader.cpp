#include "canteen/storage/claim_reader.h"

#include <algorithm>

#include "canteen/app/store.h"
#include "canteen/storage/member_table.h"
#include "canteen/storage/migrations.h"
#include "canteen/storage/sodium_sealer.h"

namespace canteen {
namespace {

constexpr Seq rows_per_slice = 512;

// Claims need no person's values: what is sealed stays sealed.
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

// Follows the chain row by row.
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

// Every event of a share names its scheme, so most rows need not be decoded.
bool concerns(const StoredRow& row, const ClaimPayer& payer) {
    if (row.command_name == "ImportScheme") return true;
    return row.events.find(payer.scheme) != std::string::npos;
}

void read_into(ClaimBook& book, Chain& chain, Connection& db, const Codec& codec, const ClaimPayer& payer, Seq last) {
    const SealedForGood sealer;
    Journal journal(db);
    while (chain.head().seq < last) {
        auto first = chain.head().seq + 1;
        auto rows = journal.slice(first, std::min(last, first + rows_per_slice - 1));
        if (rows.empty()) fail(first, "missing");
        for (const auto& row : rows) {
            chain.follow(row);
            if (!concerns(row, payer)) continue;
            for (const auto& event : codec.decode_events(row.events, row.seq, sealer)) book.add(row.seq, event);
        }
    }
}

// What the disk or a broken file does to us ends in a StoreError, whatever it was below.
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
        auto head = Journal(db).head().seq;
        if (as_of > head) fail(as_of, "the journal ends at row " + std::to_string(head));
        ClaimBook book(payer);
        Chain chain;
        read_into(book, chain, db, codec, payer, as_of == 0 ? head : as_of);
        return ClaimDraft{chain.head(), book.draw_up(period)};
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
        return names;
    });
}

}  // namespace canteen
