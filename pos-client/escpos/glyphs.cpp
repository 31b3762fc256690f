#include "pos-client/escpos/glyphs.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <utility>

namespace canteen::till {
namespace {

struct FontFile {
    std::filesystem::path path;
    int face = 0;  // a collection holds several
};

template <class T, auto release>
struct Released {
    void operator()(T* held) const { release(held); }
};
using Config = std::unique_ptr<FcConfig, Released<FcConfig, FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, Released<FcPattern, FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Released<FcFontSet, FcFontSetDestroy>>;

// Says what is looked for: letters half as wide as Chinese characters.
constexpr const char* cell_font = "monospace:lang=zh-cn:scalable=true";

const FcChar8* name_of_pattern() {
    return reinterpret_cast<const FcChar8*>(cell_font);
}

std::vector<FontFile> chosen_fonts() {
    std::vector<FontFile> files;
    const Config config(FcInitLoadConfigAndFonts());
    const Pattern wanted(FcNameParse(name_of_pattern()));
    if (!config || !wanted) return files;
    FcConfigSubstitute(config.get(), wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    auto result = FcResultMatch;
    const FontSet sorted(FcFontSort(config.get(), wanted.get(), FcTrue, nullptr, &result));
    if (!sorted) return files;
    for (int i = 0; i < sorted->nfont && files.size() < max_fonts; ++i) {
        FcChar8* file = nullptr;
        int face = 0;
        if (FcPatternGetString(sorted->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
        FcPatternGetInteger(sorted->fonts[i], FC_INDEX, 0, &face);
        files.push_back({reinterpret_cast<const char*>(file), face});
    }
    return files;
}

bool is_black_in(const FT_Bitmap& bitmap, int x, int y) {
    const auto* row = bitmap.buffer + y * bitmap.pitch;
    return (row[x / 8] & (0x80 >> (x % 8))) != 0;
}

// The part of a box that letters stand above their foot line: the rest is for g and y.
constexpr int foot_line_hundredths = 86;

}  // namespace

struct Glyphs::Fonts {
    Fonts() { FT_Init_FreeType(&library); }
    ~Fonts() {
        for (auto* face : faces) FT_Done_Face(face);
        FT_Done_FreeType(library);
    }
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    void add(const FontFile& file) {
        FT_Face face = nullptr;
        if (FT_New_Face(library, file.path.c_str(), file.face, &face) != 0) return;
        if (FT_IS_SCALABLE(face))
            faces.push_back(face);
        else
            FT_Done_Face(face);
    }

    // Looks for fonts only when the first character asks for them: most slips need none.
    const std::vector<FT_Face>& found() {
        if (std::exchange(looks_for_fonts, false))
            for (const auto& file : chosen_fonts()) add(file);
        return faces;
    }

    // Renders by the first font that has the character; nullptr if none has.
    FT_GlyphSlot render(char32_t character, int width, int height) {
        for (auto* face : found()) {
            const auto glyph = FT_Get_Char_Index(face, character);
            if (glyph == 0) continue;
            if (render_at(face, glyph, height, height) && is_wider(face->glyph, width))
                render_at(face, glyph, height * width / advance_of(face->glyph), height);
            return face->glyph;
        }
        return nullptr;
    }

    static int advance_of(FT_GlyphSlot glyph) { return static_cast<int>(glyph->advance.x / 64); }
    static bool is_wider(FT_GlyphSlot glyph, int width) { return advance_of(glyph) > width; }
    static bool render_at(FT_Face face, unsigned glyph, int width, int height) {
        return FT_Set_Pixel_Sizes(face, static_cast<unsigned>(width), static_cast<unsigned>(height)) == 0 &&
               FT_Load_Glyph(face, glyph, FT_LOAD_RENDER | FT_LOAD_TARGET_MONO) == 0;
    }

    bool looks_for_fonts = false;
    FT_Library library = nullptr;
    std::vector<FT_Face> faces;
};

Glyphs::Glyphs() = default;
Glyphs::~Glyphs() = default;
Glyphs::Glyphs(Glyphs&&) noexcept = default;
Glyphs& Glyphs::operator=(Glyphs&&) noexcept = default;

Glyphs::Glyphs(const std::vector<std::filesystem::path>& fonts) : fonts_(std::make_unique<Fonts>()) {
    for (const auto& font : fonts) fonts_->add({font, 0});
}

Glyphs Glyphs::of_this_machine() {
    Glyphs glyphs{std::vector<std::filesystem::path>{}};
    glyphs.fonts_->looks_for_fonts = true;
    return glyphs;
}

bool Glyphs::is_empty() const {
    return !fonts_ || fonts_->found().empty();
}

bool Glyphs::draw(char32_t character, int left, int top, int width, int height, Bitmap& picture) const {
    if (character == ' ') return true;
    FT_GlyphSlot glyph = fonts_ ? fonts_->render(character, width, height) : nullptr;
    if (!glyph) return false;
    const int x = left + (width - Fonts::advance_of(glyph)) / 2 + glyph->bitmap_left;
    const int y = top + height * foot_line_hundredths / 100 - glyph->bitmap_top;
    for (int row = 0; row < static_cast<int>(glyph->bitmap.rows); ++row)
        for (int column = 0; column < static_cast<int>(glyph->bitmap.width); ++column)
            if (is_black_in(glyph->bitmap, column, row)) picture.blacken(x + column, y + row);
    return true;
}

}  // namespace canteen::till
