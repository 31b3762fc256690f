#include "canteen/storage/readers/meal_basis.h"

#include "canteen/domain/state/one_person.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"
#include "canteen/storage/sealing/sodium_sealer.h"
#include "canteen/storage/tables/member_table.h"
#include "canteen/storage/tables/menu_table.h"
#include "canteen/storage/tables/right_table.h"
#include "canteen/storage/tables/site_tables.h"

namespace canteen {

MealBasis read_meal_basis(const std::filesystem::path& database, const SiteKeys& keys, const Codec& codec,
                          MemberId member, Meal meal, bool by_earlier_meals) {
    return reading(database, [&] {
        Connection db(database, Connection::Mode::read_only);
        require_current_schema(db);
        db.exec("BEGIN");  // reads all as of one moment; ends with the connection
        SodiumSealer sealer(db, keys.site);
        Canteen site;
        SiteTables(db, codec, sealer).load(site);
        MealBasis basis;
        basis.schemes = std::move(site.schemes);
        MemberTable members(db, codec, sealer, keys.blind_index);
        basis.member = members.find(member);
        if (basis.member && basis.member->is_merged()) basis.member = members.find(basis.member->merged_into);
        basis.menu = MenuTable(db, codec).current(meal);
        basis.uses = RightTable(db).found_by(basis.member ? records_of(*basis.member) : std::vector{member}, meal,
                                             by_earlier_meals);
        return basis;
    });
}

}  // namespace canteen
