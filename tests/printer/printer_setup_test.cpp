#include "pos-client/printer/printer_setup.h"

#include <gtest/gtest.h>

namespace canteen::till::test {
namespace {

TEST(PrinterSetup, comesBackFromItsText) {
    const std::vector<PrinterSetup> printers{
        {"counter", "192.168.1.50", {}, {PrintKind::drawer, PrintKind::guest_receipt, PrintKind::other}},
        {"kitchen", "/dev/usb/lp0", {32, CodePage::raster_only, false, false, true}, {PrintKind::kitchen_slip}}};
    EXPECT_EQ(printers_of(to_json(printers)), printers);
    EXPECT_EQ(printers_of("[]"), std::vector<PrinterSetup>{});
}

TEST(PrinterSetup, isNoneWithoutNameKindOrAddress) {
    const std::string good = to_json({PrinterSetup{"counter", "lan", {}, {PrintKind::other}}});
    ASSERT_TRUE(printers_of(good));
    for (const auto& [part, bad] : {std::pair{"\"counter\"", "\"\""},
                                    {"\"lan\"", "\"lan:0\""},
                                    {"[\"other\"]", "[]"},
                                    {"\"other\"", "\"photos\""},
                                    {"48", "50"}}) {
        auto text = good;
        EXPECT_EQ(printers_of(text.replace(text.find(part), std::string(part).size(), bad)), std::nullopt) << text;
    }
    EXPECT_EQ(printers_of(to_json(std::vector(max_printers + 1, PrinterSetup{"p", "lan", {}, {PrintKind::other}}))),
              std::nullopt);
}

TEST(PrinterAddress, isAHostWithItsPortOrADevice) {
    EXPECT_EQ(printer_address_of("printer.lan"), PrinterAddress(NetworkAddress{"printer.lan", 9100}));
    EXPECT_EQ(printer_address_of("10.0.0.7:9101"), PrinterAddress(NetworkAddress{"10.0.0.7", 9101}));
    EXPECT_EQ(printer_address_of("/dev/usb/lp0"), PrinterAddress(DevicePath{"/dev/usb/lp0"}));
    for (const auto* none : {"", ":9100", "host:", "host:99999", "two words"})
        EXPECT_EQ(printer_address_of(none), std::nullopt) << none;
}

}  // namespace
}  // namespace canteen::till::test
