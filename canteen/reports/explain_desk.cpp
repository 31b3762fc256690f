#include "canteen/reports/explain_desk.h"

#include "canteen/storage/readers/meal_basis.h"
#include "canteen/texts/say.h"
#include "canteen/wire/protobuf_codec.h"

namespace canteen {

std::variant<Explanation, std::string> explain_from(const Books& books, const ExplainRequest& asked, MemberId id,
                                                    Date today) {
    ProtobufCodec codec;
    const bool past = asked.meal.date < today;
    const auto basis = read_meal_basis(books.database, books.keys, codec, id, asked.meal, past);
    if (!basis.menu) return say("refused.menu_unknown", {}, asked.language);
    if (!basis.member) return say("refused.member_unknown", {}, asked.language);
    return explain(asked, {books.site, *basis.member, basis.schemes, *basis.menu, basis.uses, past});
}

}  // namespace canteen
