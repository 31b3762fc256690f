// What printers are sent, read back by the decoder, which knows no other byte.
#include "pos-client/escpos/escpos.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pos-client/escpos/commands.h"
#include "pos-client/escpos/decoder.h"
#include "pos-client/escpos/escpos_raster.h"
#include "pos-client/escpos/escpos_text.h"
#include "pos-client/paper/qr.h"
#include "pos-client/slips/elder_receipt.h"
#include "pos-client/slips/receipt.h"
#include "pos-client/slips/shift_slip.h"
#include "tests/paper/sample_slips.h"

namespace canteen::till::test {
namespace {

using ::testing::HasSubstr;

// The machine's fonts, looked for once: that takes a while.
const Glyphs& fonts() {
    static const Glyphs glyphs = Glyphs::of_this_machine();
    return glyphs;
}

std::string printed(const Document& document, const PrintProfile& profile = {}, const Glyphs& glyphs = fonts()) {
    const auto result = escpos_of(document, profile, glyphs);
    const auto* refused = std::get_if<Unprintable>(&result);
    EXPECT_EQ(refused, nullptr) << (refused ? refused->code + ": " + refused->line : "");
    return refused ? "" : std::get<std::string>(result);
}

std::vector<PrintedPiece> pieces_of(const Document& document, const PrintProfile& profile = {},
                                    const Glyphs& glyphs = fonts()) {
    return decoded(printed(document, profile, glyphs));
}

Document one_line(const std::string& text, bool must_print = false) {
    return {Language::zh, {TextBlock{text, {}, Align::left, must_print}}};
}

TEST(Escpos, printsTheRowsOfASlipAsTheyWereLaidOut) {
    const auto document = receipt(sample_receipt(Language::zh));
    std::vector<PrintedText> laid, read;
    for (const auto& row : laid_out(document, 48))
        if (const auto* text = std::get_if<TextRow>(&row)) laid.push_back({text->text, text->style});
    for (const auto& piece : pieces_of(document))
        if (const auto* text = std::get_if<PrintedText>(&piece)) read.push_back(*text);
    EXPECT_EQ(read, laid);
}

TEST(Escpos, cutsAtTheEndAndOpensTheDrawerOnlyWhereThereAreSuch) {
    const auto document = drawer_slip(sample_safe_drop(Language::zh), true);
    const auto with = pieces_of(document);
    EXPECT_TRUE(std::holds_alternative<DrawerBlock>(with.front()));
    EXPECT_TRUE(std::holds_alternative<CutBlock>(with.back()));
    for (const auto& piece : pieces_of(document, {48, CodePage::gb18030, false, false, true}))
        EXPECT_FALSE(std::holds_alternative<DrawerBlock>(piece) || std::holds_alternative<CutBlock>(piece));
}

TEST(Escpos, drawsALineWhoseCharactersThePrinterLacks) {
    const auto pieces =
        pieces_of({Language::zh, {TextBlock{"汤"}, TextBlock{"㐂"}, TextBlock{"𠮷野"}, TextBlock{"汤"}}});
    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(std::get<PrintedText>(pieces[0]).text, "汤");
    EXPECT_EQ(std::get<Bitmap>(pieces[1]).width(), 48 * cell_dots);
    EXPECT_EQ(std::get<Bitmap>(pieces[1]).height(), 2 * (letter_dots + gap_dots));
    EXPECT_EQ(std::get<PrintedText>(pieces[2]).text, "汤");
}

TEST(Escpos, drawsEverythingForAPrinterWithoutCharacters) {
    for (const auto& piece :
         pieces_of(shift_slip(sample_shift(Language::zh)), {32, CodePage::raster_only, true, true, true})) {
        const auto* picture = std::get_if<Bitmap>(&piece);
        EXPECT_TRUE(picture || std::holds_alternative<CutBlock>(piece));
        if (picture) {
            EXPECT_EQ(picture->width(), 384);
        }
    }
}

TEST(Escpos, refusesASumItCannotPrintInsteadOfAQuestionMark) {
    const auto dish = Document{Language::zh, {ItemBlock{"㐂面", "1", "9.00", "", "9.00", {}}}};
    EXPECT_EQ(std::get<Unprintable>(escpos_of(dish, {}, Glyphs())).code, "printer.no_font");
    const auto nobodys_character = one_line("\xf0\xba\x80\x80 5.00", true);  // not assigned yet
    EXPECT_EQ(std::get<Unprintable>(escpos_of(nobodys_character, {}, fonts())).code, "printer.no_character");
}

TEST(Escpos, saysInWordsThatALineIsMissing) {
    const auto pieces = pieces_of(one_line("㐂"), {}, Glyphs());
    ASSERT_EQ(pieces.size(), 1U);
    EXPECT_THAT(std::get<PrintedText>(pieces[0]).text, HasSubstr("打不出"));
}

TEST(Escpos, refusesThePrinterOfPicturesOnAMachineWithoutFonts) {
    const auto result = escpos_of(one_line("汤"), {48, CodePage::raster_only, true, true, true}, Glyphs());
    EXPECT_EQ(std::get<Unprintable>(result), (Unprintable{"printer.no_font", "汤"}));
}

TEST(EscposText, takesOnlyCharactersOfTheWidthThatPrintersGiveThem) {
    EXPECT_EQ(printer_text("A汤"), "A\xcc\xc0");
    EXPECT_EQ(printer_text("㐂"), std::nullopt);         // four bytes
    EXPECT_EQ(printer_text("e\xcc\x81"), std::nullopt);  // a mark of its own
    EXPECT_EQ(printer_text("¥"), std::nullopt);          // the half-wide sign; slips write ￥
}

TEST(EscposRaster, cutsAHighPictureIntoBands) {
    const Bitmap picture(384, 450);
    const auto bytes = escpos_raster(picture);
    std::size_t bands = 0;
    for (auto at = bytes.find(escpos::picture_command); at != std::string::npos;
         at = bytes.find(escpos::picture_command, at + 1))
        ++bands;
    EXPECT_EQ(bands, 3U);
    EXPECT_EQ(std::get<Bitmap>(decoded(bytes).at(0)), picture);
}

TEST(EscposRaster, drawsChineseBlackOnWhiteAndMarksWhiteOnBlack) {
    const auto black_dots = [](const Bitmap& picture) {
        int dots = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) dots += picture.is_black(x, y) ? 1 : 0;
        return dots;
    };
    const auto plain = drawn({"食堂", {}, false}, 32, fonts());
    const auto bar = drawn({"食堂", {TextSize::usual, false, true}, false}, 32, fonts());
    ASSERT_TRUE(plain && bar);
    const int all = plain->width() * plain->height();
    EXPECT_GT(black_dots(*plain), 100);
    EXPECT_LT(black_dots(*plain), all / 4);
    EXPECT_EQ(black_dots(*plain) + black_dots(*bar), all);
}

TEST(EscposRaster, keepsTheSquaresOfAQrCode) {
    const std::string payload = "canteen:A036:2026-11-30";
    const auto modules = qr_code(payload);
    const auto picture = drawn_qr(payload, 32);
    ASSERT_TRUE(modules && picture);
    const int left = (picture->width() - modules->width() * qr_module_dots) / 2;
    for (int y = 0; y < modules->height(); ++y)
        for (int x = 0; x < modules->width(); ++x)
            EXPECT_EQ(picture->is_black(left + x * qr_module_dots + 2, (y + 1) * qr_module_dots + 2),
                      modules->is_black(x, y));
    EXPECT_EQ(qr_code(""), std::nullopt);
    EXPECT_EQ(qr_code(std::string(max_qr_bytes + 1, 'a')), std::nullopt);
}

TEST(Decoder, throwsOnWhatIsNoCommandOfOurs) {
    for (const std::string bytes :
         {"\x1bZ\n", "\x1d!\x10\n", "text without an end", "\x1c&\xcc\n", "\x07\n", "\xcc\xc0\n"})
        EXPECT_THROW(decoded(bytes), UnknownBytes) << bytes;
    auto cut_short = printed(receipt(sample_receipt(Language::zh)));
    const auto picture = cut_short.find(escpos::picture_command);
    EXPECT_THROW(decoded(std::string_view(cut_short).substr(0, picture + 20)), UnknownBytes);
}

}  // namespace
}  // namespace canteen::till::test
