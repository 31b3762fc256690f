#include "canteen/storage/tables/undone.h"

#include "canteen/sqlite/connection.h"
#include "canteen/storage/schema/migrations.h"

namespace canteen {
namespace {

void find_revoked(Connection& restored, Connection& before, Undone& undone) {
    auto gone = before.query("SELECT id, name FROM device WHERE revoked = 1 ORDER BY name");
    auto lives = restored.query("SELECT 1 FROM device WHERE id = ? AND revoked = 0");
    while (gone.next()) {
        if (lives.with(gone.id<DeviceId>(0)).next()) undone.revoked.push_back(gone.text(1));
        lives.reset();
    }
}

void find_erased(Connection& restored, Connection& before, Undone& undone) {
    auto gone = before.query("SELECT member FROM member_key WHERE wrapped IS NULL");
    auto lives = restored.query(
        "SELECT m.number FROM member m JOIN member_key k ON k.member = m.id WHERE m.id = ? AND k.wrapped IS NOT NULL");
    while (gone.next()) {
        if (lives.with(gone.id<MemberId>(0)).next()) undone.erased.push_back(lives.text(0));
        lives.reset();
    }
}

}  // namespace

Undone undone_by(const std::filesystem::path& restored, const std::filesystem::path& before) noexcept {
    Undone undone;
    try {
        Connection now(restored, Connection::Mode::read_only), then(before, Connection::Mode::read_only);
        require_current_schema(then);
        find_revoked(now, then, undone);
        find_erased(now, then, undone);
    } catch (const std::exception&) {  // the database from before is broken: that is why a backup was restored
    }
    return undone;
}

}  // namespace canteen
