#include "canteen/net/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace canteen {
namespace {

using ::testing::HasSubstr;

TEST(Metrics, a_peers_close_code_is_a_label_only_if_it_is_a_known_one) {
    Metrics metrics;
    for (const std::uint16_t code :
         {std::uint16_t{1000}, std::uint16_t{1013}, std::uint16_t{3000}, std::uint16_t{65535}})
        metrics.count_closed(code);
    EXPECT_EQ(metrics.value("canteen_closed_total", "1013"), 1);
    EXPECT_EQ(metrics.value("canteen_closed_total", "other"), 2);
    EXPECT_EQ(metrics.value("canteen_closed_total", "3000"), 0);
}

TEST(Metrics, are_written_as_prometheus_reads_them) {
    Metrics metrics;
    metrics.count_orders(3);
    metrics.count_refusal("sold_out");
    metrics.count_refusal("sold_out");
    metrics.observe_batch(5);
    metrics.set_journal_seq(17);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# TYPE canteen_orders_total counter\ncanteen_orders_total 3\n"));
    EXPECT_THAT(text, HasSubstr("canteen_refusals_total{code=\"sold_out\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("canteen_batch_rows_bucket{le=\"8\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("canteen_journal_seq 17\n"));
    EXPECT_THAT(text, HasSubstr("canteen_unknown_fields_total 0\n")) << "a figure is there before its first event";
}

TEST(Metrics, follow_what_comes_and_goes) {
    Metrics metrics;
    metrics.connection_opened();
    metrics.connection_opened();
    metrics.connection_closed();
    EXPECT_EQ(metrics.value("canteen_connections"), 1);
}

}  // namespace
}  // namespace canteen
