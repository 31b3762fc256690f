#include "canteen/storage/tables/member_table.h"

#include <SQLiteCpp/Transaction.h>

#include "canteen/app/store.h"
#include "canteen/domain/base/normal_form.h"
#include "canteen/storage/sealing/secure_delete.h"
#include "canteen/storage/tables/scrub_table.h"

namespace canteen {
namespace {

// The field's name in the seal.
constexpr std::string_view body_field = "member.body";

std::optional<Hash> blind_index_of(const Key& key, const std::string& id_number) {
    if (id_number.empty()) return std::nullopt;
    return keyed_hash_of(key, {"id number", normalise_id_number(id_number)});
}

Hash card_index_of(const Key& key, const std::string& card) {
    return keyed_hash_of(key, {"card number", normal_number(card)});
}

}  // namespace

void MemberTable::record(const Member& member, Seq seq) {
    if (sealer_.is_destroyed(member.id)) return;
    auto body = sealer_.seal(member.id, seq, body_field, codec_.encode_member(member));
    auto index = blind_index_of(blind_index_key_, member.id_number);
    db_.query(
           "INSERT INTO member (id, number, seq, id_index, body) VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT (id) DO UPDATE SET number = excluded.number, seq = excluded.seq, "
           "id_index = excluded.id_index, body = excluded.body")
        .with(member.id, member.number, seq, index, Blob{body})
        .run();
    record_cards(member);
}

void MemberTable::record_cards(const Member& member) {
    db_.query("DELETE FROM member_card WHERE member = ?").with(member.id).run();
    auto insert = db_.query("INSERT INTO member_card (card_index, member) VALUES (?, ?) ON CONFLICT DO NOTHING");
    for (const auto& card : member.cards) {
        auto index = card_index_of(blind_index_key_, card.number);
        insert.with(index, member.id).run();
        insert.reset();
    }
}

void MemberTable::index_cards() {
    auto due = db_.query("SELECT 1 FROM member WHERE NOT EXISTS (SELECT 1 FROM member_card) LIMIT 1");
    if (!due.next()) return;
    for (const auto& member : all()) record_cards(member);
}

void MemberTable::erase(MemberId id) {
    bool had_key = sealer_.destroy(id);
    SecureDelete zeros(db_);
    int rows = db_.query("DELETE FROM member WHERE id = ?").with(id).run();
    db_.query("DELETE FROM member_card WHERE member = ?").with(id).run();
    has_erased_ = has_erased_ || had_key || rows > 0;
}

void MemberTable::flush() {
    if (!has_erased_) return;
    for (TableName table : {TableName("member_key"), TableName("member"), TableName("member_card")})
        scrub_table(db_, table);
    clear();
}

std::optional<Member> MemberTable::find(MemberId id) {
    auto row = db_.query(
        "SELECT m.seq, m.body FROM member m JOIN member_key k ON k.member = m.id "
        "WHERE m.id = ? AND k.wrapped IS NOT NULL");
    row.with(id);
    if (!row.next()) return std::nullopt;
    return open(id, row.as<Seq>(0), row.view(1));
}

std::optional<MemberId> MemberTable::find_by_id_number(const std::string& id_number) {
    auto index = blind_index_of(blind_index_key_, id_number);
    if (!index) return std::nullopt;
    auto row = db_.query(
        "SELECT m.id FROM member m JOIN member_key k ON k.member = m.id "
        "WHERE m.id_index = ? AND k.wrapped IS NOT NULL");
    row.with(*index);
    if (!row.next()) return std::nullopt;
    return row.id<MemberId>(0);
}

std::optional<MemberId> MemberTable::find_by_number(const std::string& number) {
    auto row =
        db_.query("SELECT id FROM member WHERE number = ?1 COLLATE NOCASE ORDER BY number = ?1 DESC, id LIMIT 1");
    row.with(number);
    if (!row.next()) return std::nullopt;
    return row.id<MemberId>(0);
}

std::optional<MemberId> MemberTable::find_by_card(const std::string& card) {
    auto index = card_index_of(blind_index_key_, card);
    auto row = db_.query("SELECT member FROM member_card WHERE card_index = ? ORDER BY member LIMIT 1");
    row.with(index);
    if (!row.next()) return std::nullopt;
    return row.id<MemberId>(0);
}

std::vector<Member> MemberTable::all() {
    std::vector<Member> members;
    auto rows = db_.query(
        "SELECT m.id, m.seq, m.body FROM member m JOIN member_key k ON k.member = m.id "
        "WHERE k.wrapped IS NOT NULL ORDER BY m.number");
    while (rows.next()) members.push_back(open(rows.id<MemberId>(0), rows.as<Seq>(1), rows.view(2)));
    return members;
}

Member MemberTable::open(MemberId id, Seq seq, std::string_view sealed) {
    const auto before = codec_.mended();
    auto member = codec_.decode_member(sealer_.unseal(id, seq, body_field, sealed));
    if (codec_.mended() != before) mended_.insert(seq);
    return member;
}

void index_cards(const std::filesystem::path& file, const SiteKeys& keys, const Codec& codec) {
    try {
        Connection db(file, Connection::Mode::read_write);
        SodiumSealer sealer(db, keys.site);
        SQLite::Transaction indexing(db.raw());
        MemberTable(db, codec, sealer, keys.blind_index).index_cards();
        indexing.commit();
    } catch (const SQLite::Exception& e) {
        throw StoreError(std::string("the cards cannot be found anew: ") + e.what());
    } catch (const CodecError& e) {
        throw StoreError(std::string("the cards cannot be found anew: ") + e.what());
    } catch (const UnsealError& e) {
        throw StoreError(std::string("the cards cannot be found anew: ") + e.what());
    }
}

}  // namespace canteen
