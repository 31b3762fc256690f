// A claim as a workbook: the same claim is the same bytes, and no name becomes a formula.
#include "canteen/files/claims/claim_xlsx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>

namespace canteen {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Date april_14{20557};
const ClaimPayer district{"meals", "district"};
const ClaimPeriod april = *parse_claim_period("2026-04");
const MemberId grandma{{1}};

std::vector<PrintedMeal> lunch_of(std::string name) {
    ClaimLine line;
    line.member = grandma;
    line.meal = {april_14, MealSlot::lunch};
    line.sold_at = instant_at_site(april_14, {11 * 60 + 5});
    line.food = {1'500};
    line.share = {607};
    line.waived = {100};
    line.self_pay = {793};
    line.identified = Identified::face;
    Member member;
    member.id = grandma;
    member.name = std::move(name);
    member.id_number = "999999194802290019";
    PrintBasis basis;
    basis.payer = district;
    basis.members = {{grandma, member}};
    return printed_meals({line}, basis);
}

unsigned little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

std::string inflated(std::string_view packed, std::size_t size) {
    std::string bytes(size, '\0');
    z_stream stream{};
    constexpr int raw = -15;
    if (inflateInit2(&stream, raw) != Z_OK) return "";
    std::string in(packed);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return bytes;
}

// Returns one file of the workbook, found by the directory at its end.
std::string part_of(const std::string& book, const std::string& name) {
    constexpr std::size_t header_bytes = 46, local_header_bytes = 30;
    for (auto at = book.find("PK\x01\x02"); at != std::string::npos; at = book.find("PK\x01\x02", at + 1)) {
        auto name_bytes = little_endian(book, at + 28, 2);
        if (book.compare(at + header_bytes, name_bytes, name) != 0) continue;
        auto local = little_endian(book, at + 42, 4);
        auto data =
            local + local_header_bytes + little_endian(book, local + 26, 2) + little_endian(book, local + 28, 2);
        return inflated(std::string_view(book).substr(data, little_endian(book, at + 20, 4)),
                        little_endian(book, at + 24, 4));
    }
    return "";
}

constexpr const char* persons = "xl/worksheets/sheet1.xml";
constexpr const char* meals = "xl/worksheets/sheet2.xml";

TEST(ClaimXlsx, TheSameClaimIsTheSameBytes) {
    auto book = claim_workbook(district, april, lunch_of("甄不存在"));
    EXPECT_TRUE(book.starts_with("PK"));
    EXPECT_EQ(claim_workbook(district, april, lunch_of("甄不存在")), book);
    EXPECT_NE(claim_workbook(district, april, lunch_of("贾有其人")), book);
}

TEST(ClaimXlsx, ItSaysWhenThePeriodEndedAndNotWhenItWasPrinted) {
    auto core = part_of(claim_workbook(district, april, {}), "docProps/core.xml");
    EXPECT_THAT(core, HasSubstr("2026-04-29T16:00:00Z"));
}

TEST(ClaimXlsx, OneSheetIsOfPersonsAndOneOfMeals) {
    auto book = claim_workbook(district, april, lunch_of("甄不存在"));
    auto sheets = part_of(book, "xl/workbook.xml");
    EXPECT_THAT(sheets, HasSubstr("name=\"汇总\""));
    EXPECT_THAT(sheets, HasSubstr("name=\"明细\""));
    for (const char* heading : {"证件号(脱敏)", "人员类别", "户籍街道", "区补贴", "企业让利", "运营补贴", "盖章"})
        EXPECT_THAT(part_of(book, persons), HasSubstr(heading));
    EXPECT_THAT(part_of(book, persons), HasSubstr("**************0019"));
    for (const char* text : {"2026-04-14 11:05", "午餐", "刷脸", "2026-04<"})
        EXPECT_THAT(part_of(book, meals), HasSubstr(text));
}

TEST(ClaimXlsx, AmountsAreNumbersInYuanInTheColumnOfThePayersLevel) {
    auto of_district = part_of(claim_workbook(district, april, lunch_of("甄不存在")), persons);
    EXPECT_THAT(of_district, HasSubstr("<c r=\"K2\" s=\"2\"><v>6.07</v></c>"));
    EXPECT_THAT(of_district, HasSubstr("<c r=\"I2\" s=\"2\"><v>15</v></c>"));
    EXPECT_THAT(of_district, Not(HasSubstr("r=\"J2\"")));
    auto of_city = part_of(claim_workbook({"meals", "city"}, april, lunch_of("甄不存在")), persons);
    EXPECT_THAT(of_city, HasSubstr("<c r=\"J2\" s=\"2\"><v>6.07</v></c>"));
}

TEST(ClaimXlsx, ANameIsNoFormulaAndTheWholeIdNumberIsNowhere) {
    for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
        auto book = claim_workbook(district, april, lunch_of(name));
        for (const char* sheet : {persons, meals}) {
            EXPECT_THAT(part_of(book, sheet), HasSubstr(name));
            EXPECT_THAT(part_of(book, sheet), Not(HasSubstr("<f>")));
            EXPECT_THAT(part_of(book, sheet), Not(HasSubstr("1948")));
        }
    }
}

}  // namespace
}  // namespace canteen
