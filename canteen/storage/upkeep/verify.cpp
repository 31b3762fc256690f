#include "canteen/storage/upkeep/verify.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/leftovers.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/schema/copy_table.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/sodium_sealer.h"
#include "canteen/storage/tables/member_table.h"
#include "canteen/storage/upkeep/compare_tables.h"
#include "canteen/storage/upkeep/rebuild.h"

namespace canteen {
namespace {

// A scratch database that is removed after use.
class ScratchFile {
public:
    explicit ScratchFile(const std::filesystem::path& directory) : path_(scratch_name_in(directory, "canteen-verify")) {
        remove_database(path_);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { remove_database(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class Inspection {
public:
    Inspection(Connection& db, const SiteKeys& keys, const Codec& codec) : db_(db), keys_(keys), codec_(codec) {}

    void check_pages();
    void check_chain(const std::optional<JournalHead>& anchored);
    void check_ledger();
    void check_points();
    void check_stock();
    void check_tables(const std::filesystem::path& scratch_directory);
    VerifyReport take() { return std::move(report_); }

private:
    void find(std::string text) { report_.findings.push_back(std::move(text)); }
    void find_row(Seq seq, const std::string& what) { find("journal row " + std::to_string(seq) + ": " + what); }
    void check_members(Connection& scratch);
    void check_erased(Connection& scratch);

    Connection& db_;
    const SiteKeys& keys_;
    const Codec& codec_;
    VerifyReport report_;
};

void Inspection::check_pages() {
    SQLite::Statement rows(db_.raw(), "PRAGMA quick_check");
    while (rows.executeStep()) {
        auto text = rows.getColumn(0).getString();
        if (text != "ok") find("pages: " + text);
    }
}

// After a row that does not fit, checks the next against what is stored, so that one change is one finding.
void Inspection::check_chain(const std::optional<JournalHead>& anchored) {
    JournalHead before;
    bool anchor_met = !anchored || anchored->seq == 0;
    Journal(db_).read(1, [&](const StoredRow& row) {
        if (row.seq > before.seq + 1) {
            auto last = row.seq - 1;
            find_row(before.seq + 1, last > before.seq + 1 ? "missing, and on to " + std::to_string(last) : "missing");
        }
        if (row.previous != before.hash) find_row(row.seq, "does not follow the row before it");
        if (hash_of_row(row) != row.hash) find_row(row.seq, "was changed: its hash is another");
        before = {row.seq, row.hash};
        if (anchored && before == *anchored) anchor_met = true;
    });
    report_.head = before;
    if (anchor_met) return;
    if (before.seq < anchored->seq) {
        find("the journal ends at row " + std::to_string(before.seq) + ", the anchored head is row " +
             std::to_string(anchored->seq) + ": its tail was cut off");
    } else {
        find_row(anchored->seq, "is not the one that was anchored: the journal was written anew");
    }
}

void Inspection::check_ledger() {
    auto uneven = db_.query(
        "SELECT seq, place, sum(fen) FROM posting GROUP BY seq, place HAVING sum(fen) <> 0 "
        "LIMIT 20");
    while (uneven.next()) {
        find("ledger: the transaction of row " + uneven.text(0) + " is off by " + to_yuan(uneven.fen(2)) + " yuan");
    }
    auto sums = db_.query(
        "SELECT (SELECT coalesce(sum(fen), 0) FROM posting), "
        "(SELECT coalesce(sum(fen), 0) FROM balance)");
    sums.next();
    if (sums.fen(0) != Fen{}) find("ledger: all postings sum to " + to_yuan(sums.fen(0)) + " yuan, not to 0");
    if (sums.fen(1) != Fen{}) find("ledger: all balances sum to " + to_yuan(sums.fen(1)) + " yuan, not to 0");
}

void Inspection::check_points() {
    auto uneven =
        db_.query("SELECT seq, sum(points) FROM points_posting GROUP BY seq, place HAVING sum(points) <> 0 LIMIT 20");
    while (uneven.next()) find("points: the transaction of row " + uneven.text(0) + " is off by " + uneven.text(1));
    auto sum = db_.query("SELECT coalesce(sum(points), 0) FROM points_balance");
    sum.next();
    if (sum.number(0) != 0) find("points: all balances sum to " + sum.text(0) + ", not to 0");
}

void Inspection::check_stock() {
    auto rows = db_.query(
        "SELECT date, slot, dish FROM stock WHERE held < 0 OR planned + restocked + found + oversold "
        "- sold + returned - wasted - held < 0");
    while (rows.next()) {
        find("stock of dish " + rows.text(2) + " on " + to_string(rows.date(0)) + ": fewer than no portions left");
    }
}

void Inspection::check_tables(const std::filesystem::path& scratch_directory) {
    ScratchFile file(scratch_directory);
    Connection scratch(file.path(), Connection::Mode::scratch);
    try {
        report_.unreadable = rebuild_tables(db_, keys_, codec_, scratch);
    } catch (const StoreError& e) {
        find(e.what());
        return;
    }
    for (const auto& table : projected_tables()) {
        // A rebuild seals bodies anew: check_members() compares them opened.
        const bool is_sealed = table == TableName("member") || table == TableName("staff");
        auto ignored = is_sealed ? "body" : "";
        for (auto& difference : differences(db_, scratch, table, ignored)) find(std::move(difference));
    }
    check_members(scratch);
    check_erased(scratch);
}

void Inspection::check_members(Connection& scratch) {
    SodiumSealer our_sealer(db_, keys_.site);
    SodiumSealer their_sealer(scratch, keys_.site);
    MemberTable ours(db_, codec_, our_sealer, keys_.blind_index);
    MemberTable theirs(scratch, codec_, their_sealer, keys_.blind_index);
    auto ids = db_.query("SELECT id, number FROM member ORDER BY number");
    while (ids.next()) {
        auto id = ids.id<MemberId>(0);
        try {
            if (ours.find(id) != theirs.find(id)) find("member " + ids.text(1) + ": differs from the journal");
        } catch (const std::runtime_error& e) {
            find("member " + ids.text(1) + ": " + e.what());
        }
    }
}

// Compares keys with the journal's erasures: wrapped keys are kept, not projected, but the journal says whose must be
// gone.
void Inspection::check_erased(Connection& scratch) {
    auto gone = scratch.query("SELECT member FROM member_key WHERE wrapped IS NULL");
    auto left = db_.query("SELECT 1 FROM member_key WHERE member = ? AND wrapped IS NOT NULL");
    while (gone.next()) {
        auto id = gone.id<MemberId>(0);
        if (left.with(id).next()) find("member " + to_hex(id.bytes) + ": was erased, but the data key is there");
        left.reset();
    }
}

}  // namespace

VerifyReport verify(const std::filesystem::path& path, const SiteKeys& keys, const Codec& codec,
                    const std::filesystem::path& scratch_directory, std::optional<JournalHead> anchored) {
    try {
        require_room(scratch_directory, size_of_database(path), path);
        Connection db(path, Connection::Mode::read_only);
        require_current_schema(db);
        Inspection inspection(db, keys, codec);
        inspection.check_pages();
        inspection.check_chain(anchored);
        inspection.check_ledger();
        inspection.check_points();
        inspection.check_stock();
        inspection.check_tables(scratch_directory);
        return inspection.take();
    } catch (const SQLite::Exception& e) {
        throw StoreError(path.string() + " cannot be verified: " + e.what());
    }
}

JournalHead check_file(const std::filesystem::path& path, const SiteKeys& keys, const Codec& codec) {
    try {
        Connection db(path, Connection::Mode::read_only);
        Inspection inspection(db, keys, codec);
        inspection.check_pages();
        inspection.check_chain(std::nullopt);
        auto report = inspection.take();
        if (!report.is_clean()) throw StoreError(path.string() + " is broken: " + report.findings.front());
        return report.head;
    } catch (const SQLite::Exception& e) {
        throw StoreError(path.string() + " cannot be checked: " + e.what());
    }
}

}  // namespace canteen
