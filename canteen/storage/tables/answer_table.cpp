#include "canteen/storage/tables/answer_table.h"

#include "canteen/domain/sales/kept_refusal.h"
#include "canteen/storage/sealing/secure_delete.h"

namespace canteen {
namespace {

// Gives a refusal that can no longer be read as `malformed`: it was a refusal all the same, and the file can be opened.
Answer without_typed(const Codec& codec, CommandId command, std::uint64_t device_seq, const std::string& kept) {
    try {
        auto answer = codec.decode_answer(kept);
        if (auto* why = std::get_if<Rejection>(&answer.outcome)) *why = kept_form(std::move(*why));
        return answer;
    } catch (const std::exception&) {
        return {command, device_seq, Rejection{RejectionCode::malformed, {}, {}}};
    }
}

}  // namespace

void AnswerTable::commit(const JournalRow& row) {
    db_.query(
           "INSERT INTO command (device, command_id, first_seq, seq) VALUES (?1, ?2, ?3, ?3) "
           "ON CONFLICT (device, command_id) DO UPDATE SET seq = excluded.seq")
        .with(row.actor.device, row.command, row.seq)
        .run();
    note_link(row.actor.device, row.device_seq, row.entry_hash);
}

// Keeps the first refusal: an answer never changes.
void AnswerTable::refuse(const RefusedRow& row) {
    auto answer = codec_.encode_answer(row.answer);
    db_.query(
           "INSERT INTO refusal (device, command_id, device_seq, time_ms, role, digest, entry_hash, answer, mended) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING")
        .with(row.actor.device, row.command, row.answer.device_seq, row.time, row.actor.role, row.digest,
              row.entry_hash, Blob{answer})
        .run();
    note_link(row.actor.device, row.answer.device_seq, row.entry_hash);
}

// Works slice by slice, so that the log that is written back meanwhile stays small.
bool AnswerTable::mend_refusals() {
    constexpr std::size_t slice = 500;
    const SecureDelete overwritten(db_);
    auto mended = mend_refusals(slice);
    const bool any = mended != 0;
    while (mended == slice) mended = mend_refusals(slice);
    return any;
}

std::size_t AnswerTable::mend_refusals(std::size_t most) {
    struct Old {
        DeviceId device;
        CommandId command;
        std::uint64_t device_seq;
        std::string answer;
    };
    std::vector<Old> olds;
    {
        auto rows = db_.query("SELECT device, command_id, device_seq, answer FROM refusal WHERE mended = 0 LIMIT ?");
        rows.with(most);
        while (rows.next())
            olds.push_back({rows.id<DeviceId>(0), rows.id<CommandId>(1), rows.as<std::uint64_t>(2), rows.text(3)});
    }
    if (olds.empty()) return 0;
    db_.exec("BEGIN IMMEDIATE");
    auto update =
        db_.query("UPDATE refusal SET answer = ?, mended = 1 WHERE device = ? AND command_id = ? AND device_seq = ?");
    for (const auto& old : olds) {
        const auto mended = codec_.encode_answer(without_typed(codec_, old.command, old.device_seq, old.answer));
        update.with(Blob{mended}, old.device, old.command, old.device_seq).run();
        update.reset();
    }
    db_.exec("COMMIT");
    return olds.size();
}

void AnswerTable::list(Seq seq, std::size_t place, const Exception& exception) {
    db_.query("INSERT INTO exception (seq, place, code, order_id) VALUES (?, ?, ?, ?)")
        .with(seq, place, exception.code, unless_nil(exception.order))
        .run();
    auto insert = db_.query("INSERT INTO exception_param (seq, place, position, name, value) VALUES (?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const auto& param : exception.params) {
        insert.with(seq, place, position++, param.name, param.value).run();
        insert.reset();
    }
}

void AnswerTable::note_link(DeviceId device, std::uint64_t device_seq, const Hash& entry_hash) {
    if (device_seq == 0) return;
    chains_[device].note_link(device_seq, entry_hash);
}

void AnswerTable::note_pickup(DeviceId device, const PickupKey& key) {
    chains_[device].note_pickup(key.date, key.number.count);
}

void AnswerTable::gather_refused_links() {
    auto rows = db_.query("SELECT device, device_seq, entry_hash FROM refusal");
    while (rows.next()) note_link(rows.id<DeviceId>(0), rows.as<std::uint64_t>(1), rows.bytes<32>(2));
}

// Journal and refusals are gathered apart, so the larger number wins, not the later one.
void AnswerTable::flush() {
    auto upsert = db_.query(
        "INSERT INTO device_chain (device, last_seq, last_hash, pickup_date, pickup_count) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE SET "
        "last_hash = iif(excluded.last_seq > last_seq, excluded.last_hash, last_hash), "
        "last_seq = max(last_seq, excluded.last_seq), "
        "pickup_count = CASE WHEN excluded.pickup_date > pickup_date THEN excluded.pickup_count "
        "WHEN excluded.pickup_date = pickup_date THEN max(pickup_count, excluded.pickup_count) "
        "ELSE pickup_count END, "
        "pickup_date = max(pickup_date, excluded.pickup_date)");
    for (const auto& [device, chain] : chains_) {
        upsert.with(device, chain.last_device_seq, chain.last_hash, chain.pickup_date, chain.last_pickup_count).run();
        upsert.reset();
    }
    clear();
}

std::optional<Recorded> AnswerTable::find(DeviceId device, CommandId command) {
    auto committed = find_committed(device, command);
    return committed ? committed : find_refused(device, command);
}

std::optional<Recorded> AnswerTable::find_committed(DeviceId device, CommandId command) {
    auto row = db_.query(
        "SELECT c.first_seq, c.seq, j.digest, j.device_seq FROM command c "
        "JOIN journal j ON j.seq = c.seq WHERE c.device = ? AND c.command_id = ?");
    row.with(device, command);
    if (!row.next()) return std::nullopt;
    auto last = row.as<Seq>(1);
    Committed committed{last, exceptions_of(row.as<Seq>(0), last), paid_back(row.as<Seq>(0), last)};
    return Recorded{row.bytes<32>(2), Answer{command, row.as<std::uint64_t>(3), std::move(committed)}};
}

std::optional<Recorded> AnswerTable::find_refused(DeviceId device, CommandId command) {
    auto row = db_.query(
        "SELECT digest, answer FROM refusal WHERE device = ? AND command_id = ? "
        "ORDER BY device_seq DESC LIMIT 1");
    row.with(device, command);
    if (!row.next()) return std::nullopt;
    return Recorded{row.bytes<32>(0), codec_.decode_answer(row.view(1))};
}

std::vector<Exception> AnswerTable::exceptions_of(Seq first, Seq last) {
    std::vector<Exception> exceptions;
    auto rows = db_.query(
        "SELECT seq, place, code, order_id FROM exception WHERE seq BETWEEN ? AND ? "
        "ORDER BY seq, place");
    rows.with(first, last);
    while (rows.next()) {
        exceptions.push_back(
            {rows.as<ExceptionCode>(2), rows.id<OrderId>(3), params_of(rows.as<Seq>(0), rows.number(1))});
    }
    return exceptions;
}

std::vector<Tender> AnswerTable::paid_back(Seq first, Seq last) {
    std::vector<Tender> back;
    auto rows = db_.query(
        "SELECT t.kind, t.fen, t.reference FROM refund r JOIN refund_tender t "
        "ON t.order_id = r.order_id AND t.refund_id = r.id WHERE r.seq BETWEEN ? AND ? ORDER BY t.place");
    rows.with(first, last);
    while (rows.next()) back.push_back({rows.as<TenderKind>(0), rows.fen(1), rows.text(2)});
    return back;
}

std::vector<Param> AnswerTable::params_of(Seq seq, std::int64_t place) {
    std::vector<Param> params;
    auto rows = db_.query("SELECT name, value FROM exception_param WHERE seq = ? AND place = ? ORDER BY position");
    rows.with(seq, place);
    while (rows.next()) params.push_back({rows.text(0), rows.text(1)});
    return params;
}

TillStates AnswerTable::chains() {
    TillStates chains;
    auto rows = db_.query("SELECT device, last_seq, last_hash, pickup_count, pickup_date FROM device_chain");
    while (rows.next()) {
        chains[rows.id<DeviceId>(0)] = {rows.as<std::uint64_t>(1), rows.bytes<32>(2), rows.as<std::uint32_t>(3),
                                        rows.date(4)};
    }
    return chains;
}

}  // namespace canteen
