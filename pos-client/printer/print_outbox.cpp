#include "pos-client/printer/print_outbox.h"

#include <algorithm>
#include <string>

#include "canteen/crypto/hash.h"
#include "pos-client/paper/document_json.h"

namespace canteen::till {
namespace {

constexpr int prints_busy_timeout_ms = 5'000;
constexpr int prints_schema_version = 1;
constexpr const char* key_name = "prints";
constexpr const char* drawer_failed = "printer.drawer_not_opened";

constexpr const char* prints_schema = R"sql(
CREATE TABLE prints (
    number       INTEGER PRIMARY KEY,
    kind         INTEGER NOT NULL,
    about        BLOB NOT NULL,
    state        INTEGER NOT NULL,
    made_at_ms   INTEGER NOT NULL,
    wanted_at_ms INTEGER NOT NULL,
    says_copy    INTEGER NOT NULL DEFAULT 0,
    printer      TEXT NOT NULL DEFAULT '',
    why          TEXT NOT NULL DEFAULT '',
    sealed       BLOB NOT NULL,
    UNIQUE (kind, about)
) STRICT;
CREATE INDEX prints_by_state ON prints (state, wanted_at_ms);
)sql";

// How a statement begins whose rows job_of_row() reads.
constexpr const char* select_jobs =
    "SELECT kind, about, state, made_at_ms, wanted_at_ms, says_copy, printer, why FROM prints ";

void bind_key(SQLite::Statement& statement, int place, const PrintKey& key) {
    statement.bind(place, static_cast<int>(key.kind));
    statement.bind(place + 1, key.about.data(), static_cast<int>(key.about.size()));
}

PrintJob job_of_row(SQLite::Statement& row) {
    PrintJob job;
    job.key.kind = static_cast<PrintKind>(row.getColumn(0).getInt());
    const auto about = row.getColumn(1);
    const auto* bytes = static_cast<const std::uint8_t*>(about.getBlob());
    std::copy_n(bytes, std::min<std::size_t>(static_cast<std::size_t>(about.getBytes()), job.key.about.size()),
                job.key.about.begin());
    job.state = static_cast<PrintState>(row.getColumn(2).getInt());
    job.made_at = {row.getColumn(3).getInt64()};
    job.wanted_at = {row.getColumn(4).getInt64()};
    job.says_copy = row.getColumn(5).getInt() != 0;
    job.printer = row.getColumn(6).getString();
    job.why = row.getColumn(7).getString();
    return job;
}

std::vector<PrintJob> jobs_of_rows(SQLite::Statement& rows) {
    std::vector<PrintJob> jobs;
    while (rows.executeStep()) jobs.push_back(job_of_row(rows));
    return jobs;
}

// A sealed document opens in its own row only.
std::string context_of(const PrintKey& key) {
    return std::to_string(static_cast<int>(key.kind)) + ":" + std::string(key.about.begin(), key.about.end());
}

}  // namespace

PrintOutbox::PrintOutbox(const std::filesystem::path& file, const SigningSeed& seed, Random& random)
    : db_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, prints_busy_timeout_ms),
      key_(keyed_hash_of(seed, {key_name})),
      random_(random) {
    db_.exec("PRAGMA journal_mode = WAL");
    db_.exec("PRAGMA synchronous = FULL");
    db_.exec("PRAGMA trusted_schema = OFF");
    db_.exec("PRAGMA cell_size_check = ON");
    db_.exec("PRAGMA secure_delete = ON");
    create_tables();
    SQLite::Statement resume(db_, "UPDATE prints SET state = ?, says_copy = 1 WHERE state = ?");
    resume.bind(1, static_cast<int>(PrintState::waiting));
    resume.bind(2, static_cast<int>(PrintState::printing));
    resume.exec();
}

void PrintOutbox::create_tables() {
    const int version = db_.execAndGet("PRAGMA user_version").getInt();
    if (version > prints_schema_version) throw SQLite::Exception("a newer canteen-pos made this till's prints");
    if (version == prints_schema_version) return;
    SQLite::Transaction transaction(db_);
    db_.exec(prints_schema);
    db_.exec("PRAGMA application_id = 0x6370726e");  // "cprn"
    db_.exec("PRAGMA user_version = 1");
    transaction.commit();
}

bool PrintOutbox::add(const PrintKey& key, const Document& document, Timestamp now) {
    return insert(key, document, now, now, false);
}

void PrintOutbox::add_copy(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now) {
    if (!want_again(key, now)) insert(key, document, made_at, now, true);
}

bool PrintOutbox::insert(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now,
                         bool says_copy) {
    SQLite::Statement insert(db_,
                             "INSERT INTO prints (kind, about, state, made_at_ms, wanted_at_ms, says_copy, sealed) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, about) DO NOTHING");
    const auto sealed = seal_under(key_, context_of(key), to_json(document), random_);
    bind_key(insert, 1, key);
    insert.bind(3, static_cast<int>(PrintState::waiting));
    insert.bind(4, made_at.ms);
    insert.bind(5, now.ms);
    insert.bind(6, says_copy ? 1 : 0);
    insert.bind(7, sealed.data(), static_cast<int>(sealed.size()));
    return insert.exec() == 1;
}

std::optional<PrintJob> PrintOutbox::job(const PrintKey& key) const {
    SQLite::Statement row(db_, std::string(select_jobs) + "WHERE kind = ? AND about = ?");
    bind_key(row, 1, key);
    if (!row.executeStep()) return std::nullopt;
    return job_of_row(row);
}

std::optional<Document> PrintOutbox::document(const PrintKey& key) const {
    SQLite::Statement row(db_, "SELECT sealed FROM prints WHERE kind = ? AND about = ?");
    bind_key(row, 1, key);
    if (!row.executeStep()) return std::nullopt;
    const auto sealed = row.getColumn(0);
    const std::string_view bytes(static_cast<const char*>(sealed.getBlob()),
                                 static_cast<std::size_t>(sealed.getBytes()));
    const auto opened = open_under(key_, context_of(key), bytes);
    return opened ? document_of(*opened) : std::nullopt;
}

std::vector<PrintJob> PrintOutbox::jobs(PrintState state, std::size_t limit) const {
    SQLite::Statement row(db_, std::string(select_jobs) + "WHERE state = ? ORDER BY wanted_at_ms, number LIMIT ?");
    row.bind(1, static_cast<int>(state));
    row.bind(2, static_cast<std::int64_t>(limit));
    return jobs_of_rows(row);
}

std::vector<PrintJob> PrintOutbox::waiting(PrintKind kind, std::size_t limit) const {
    SQLite::Statement row(
        db_, std::string(select_jobs) + "WHERE state = ? AND kind = ? ORDER BY wanted_at_ms, number LIMIT ?");
    row.bind(1, static_cast<int>(PrintState::waiting));
    row.bind(2, static_cast<int>(kind));
    row.bind(3, static_cast<std::int64_t>(limit));
    return jobs_of_rows(row);
}

std::size_t PrintOutbox::count(PrintState state) const {
    SQLite::Statement row(db_, "SELECT count(*) FROM prints WHERE state = ?");
    row.bind(1, static_cast<int>(state));
    row.executeStep();
    return static_cast<std::size_t>(row.getColumn(0).getInt64());
}

void PrintOutbox::begin(const PrintKey& key, const std::string& printer) {
    SQLite::Statement update(db_, "UPDATE prints SET state = ?, printer = ?, why = '' WHERE kind = ? AND about = ?");
    update.bind(1, static_cast<int>(PrintState::printing));
    update.bind(2, printer);
    bind_key(update, 3, key);
    update.exec();
}

void PrintOutbox::put_back(const PrintKey& key) {
    SQLite::Statement update(db_, "UPDATE prints SET state = ?, says_copy = 1 WHERE kind = ? AND about = ?");
    update.bind(1, static_cast<int>(PrintState::waiting));
    bind_key(update, 2, key);
    update.exec();
}

void PrintOutbox::finish(const PrintKey& key, PrintState state, const std::string& why) {
    SQLite::Statement update(db_, "UPDATE prints SET state = ?, why = ? WHERE kind = ? AND about = ?");
    update.bind(1, static_cast<int>(state));
    update.bind(2, why);
    bind_key(update, 3, key);
    update.exec();
}

bool PrintOutbox::want_again(const PrintKey& key, Timestamp now) {
    SQLite::Statement update(db_,
                             "UPDATE prints SET state = ?1, wanted_at_ms = ?2, says_copy = 1, why = '' "
                             "WHERE kind = ?3 AND about = ?4 AND state NOT IN (?1, ?5)");
    update.bind(1, static_cast<int>(PrintState::waiting));
    update.bind(2, now.ms);
    bind_key(update, 3, key);
    update.bind(5, static_cast<int>(PrintState::printing));
    return update.exec() == 1 || job(key).has_value();
}

void PrintOutbox::age(Timestamp now) {
    SQLite::Statement receipts(db_, "UPDATE prints SET state = ? WHERE state = ? AND kind = ? AND wanted_at_ms <= ?");
    receipts.bind(1, static_cast<int>(PrintState::on_demand));
    receipts.bind(2, static_cast<int>(PrintState::waiting));
    receipts.bind(3, static_cast<int>(PrintKind::guest_receipt));
    receipts.bind(4, (now - receipt_wanted_for).ms);
    SQLite::Statement drawers(db_,
                              "UPDATE prints SET state = ?, why = ? WHERE state = ? AND kind = ? "
                              "AND (says_copy = 1 OR wanted_at_ms <= ?)");
    drawers.bind(1, static_cast<int>(PrintState::failed));
    drawers.bind(2, drawer_failed);
    drawers.bind(3, static_cast<int>(PrintState::waiting));
    drawers.bind(4, static_cast<int>(PrintKind::drawer));
    drawers.bind(5, (now - drawer_wanted_for).ms);
    SQLite::Statement old(db_, "DELETE FROM prints WHERE state NOT IN (?, ?) AND wanted_at_ms <= ?");
    old.bind(1, static_cast<int>(PrintState::waiting));
    old.bind(2, static_cast<int>(PrintState::printing));
    old.bind(3, (now - keep_prints_for).ms);
    SQLite::Transaction transaction(db_);
    receipts.exec();
    drawers.exec();
    old.exec();
    transaction.commit();
}

}  // namespace canteen::till
