#include "canteen/storage/readers/act_reader.h"

#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"

namespace canteen {

std::vector<Act> newest_acts(const std::filesystem::path& database, std::size_t most) {
    Connection db(database, Connection::Mode::read_only);
    return reading(database, [&] {
        require_current_schema(db);
        return Journal(db).last_acts(most);
    });
}

}  // namespace canteen
