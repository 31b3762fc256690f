// A partner's statement shows all the figures it was worked out from.
#include "canteen/files/statements/partner_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(PartnerCsv, TheStatementCanBeReckonedAgainFromItsLines) {
    PartnerSources sources;
    sources.agreement.code = "tianfu";
    sources.agreement.name = "=made up Ltd";
    sources.agreement.costs = {{"租金", {3'000'00}, 0}, {"管理费", {}, 15}};
    sources.agreement.numerator = 3;
    sources.agreement.denominator = 10;
    sources.period = *parse_claim_period("2026-04");
    sources.revenue = {{100'000'00}, {2'000'00}, {8'000'00}};
    sources.costs = {{"tianfu", sources.period.first, "管理费", {12'34}, "票据 7"},
                     {"another", sources.period.first, "管理费", {99'99}, "票据 8"}};
    EXPECT_EQ(write_partner_statement(sources),
              "\xef\xbb\xbf项目,金额,依据\n"
              "合作方,,'=made up Ltd\n"
              "协议,,tianfu\n"
              "所属期,,2026-04\n"
              "销售额,100000.00,\n"
              "让利与抹零,2000.00,\n"
              "补贴收入,8000.00,\n"
              "收入基数,98000.00,销售净额\n"
              "成本: 租金,3000.00,固定 3000.00\n"
              "成本: 管理费,1482.34,收入的 15‰\n"
              "其中: 管理费,12.34,票据 7\n"
              "结余,93517.66,\n"
              "合作方分成,28055.29,3/10\n");
    sources.agreement.valid.from = sources.period.first + 9;
    EXPECT_NE(write_partner_statement(sources).find("所属期,,2026-04\n协议有效,,2026-04-10..2026-04-30\n"),
              std::string::npos);
}

}  // namespace
}  // namespace canteen
