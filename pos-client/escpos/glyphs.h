// Draws characters by the fonts of the machine, for printers that lack them. One thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "pos-client/paper/bitmap.h"

namespace canteen::till {

// A font that has no name here is not looked at: the first have nearly every character.
inline constexpr std::size_t max_fonts = 12;

class Glyphs {
public:
    // Knows no font.
    Glyphs();
    // Takes the fonts that there are, in this order; a file that is no font is left out.
    explicit Glyphs(const std::vector<std::filesystem::path>& fonts);
    ~Glyphs();
    Glyphs(Glyphs&&) noexcept;
    Glyphs& operator=(Glyphs&&) noexcept;

    // The fonts that fontconfig chooses for Chinese in cells. They are looked for at the first character, which takes a
    // tenth of a second.
    static Glyphs of_this_machine();

    bool is_empty() const;
    // Draws the character into the picture, `left` and `top` the corner of its box; one that is wider than its box is
    // drawn narrower. Returns false if no font has it.
    bool draw(char32_t character, int left, int top, int width, int height, Bitmap& picture) const;

private:
    struct Fonts;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace canteen::till
