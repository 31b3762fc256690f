#include "pos-client/escpos/escpos.h"

#include <optional>

#include "canteen/texts/catalogue.h"
#include "pos-client/escpos/commands.h"
#include "pos-client/escpos/escpos_raster.h"
#include "pos-client/escpos/escpos_text.h"
#include "pos-client/paper/text_layout.h"

namespace canteen::till {
namespace {

class Printing {
public:
    Printing(const PrintProfile& profile, const Glyphs& glyphs, Language language)
        : profile_(profile), glyphs_(glyphs), language_(language) {
        bytes_ += escpos::start;
        if (has_font()) bytes_ += escpos::chinese_on;
    }

    void operator()(const TextRow& row) {
        if (!row.style.as_picture && has_font())
            if (const auto text = escpos_text(row)) return add(*text);
        if (const auto picture = drawn(row, profile_.columns, glyphs_)) return add(escpos_raster(*picture));
        replace(row);
    }
    void operator()(const QrBlock& block) {
        if (const auto picture = drawn_qr(block.payload, profile_.columns)) add(escpos_raster(*picture));
    }
    void operator()(const CutBlock&) {
        add(escpos::with_number(escpos::feed_command, escpos::lines_to_the_edge));
        if (profile_.has_cutter) add(escpos::cut_command);
    }
    void operator()(const DrawerBlock&) {
        if (profile_.has_drawer) add(escpos::drawer_command);
    }

    std::variant<std::string, Unprintable> result() const {
        if (refused_) return *refused_;
        return bytes_;
    }

private:
    bool has_font() const { return profile_.code_page == CodePage::gb18030; }
    void add(std::string_view bytes) { bytes_ += bytes; }

    void replace(const TextRow& row) {
        const auto words = escpos_text({std::string(text_of("paper.line_unprintable", language_)), {}});
        if (!row.must_print && has_font() && words) return add(*words);
        if (!refused_)
            refused_ = Unprintable{glyphs_.is_empty() ? "printer.no_font" : "printer.no_character", row.text};
    }

    const PrintProfile& profile_;
    const Glyphs& glyphs_;
    const Language language_;
    std::string bytes_;
    std::optional<Unprintable> refused_;
};

}  // namespace

std::variant<std::string, Unprintable> escpos_of(const Document& document, const PrintProfile& profile,
                                                 const Glyphs& glyphs) {
    Printing printing(profile, glyphs, document.language);
    for (const auto& row : laid_out(document, profile.columns)) std::visit(printing, row);
    return printing.result();
}

}  // namespace canteen::till
