#include "pos-client/paper/html.h"

#include "pos-client/paper/cells.h"
#include "pos-client/paper/qr.h"

namespace canteen::till {
namespace {

constexpr int qr_margin = 4;  // modules, as its norm asks for

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : shown(text)) {
        if (c == '&')
            html += "&amp;";
        else if (c == '<')
            html += "&lt;";
        else if (c == '>')
            html += "&gt;";
        else if (c == '"')
            html += "&quot;";
        else if (c == '\'')
            html += "&#39;";
        else
            html += c;
    }
    return html;
}

std::string span(std::string_view name, std::string_view text) {
    return "<span class=\"" + std::string(name) + "\">" + escaped(text) + "</span>";
}

std::string paragraph(const std::string& names, const std::string& html) {
    return names.empty() ? "<p>" + html + "</p>\n" : "<p class=\"" + names + "\">" + html + "</p>\n";
}

// Adds the class names of a style to the given ones.
std::string classes(std::string names, const TextStyle& style) {
    const auto add = [&names](bool is_so, const char* name) {
        if (is_so) names += names.empty() ? name : std::string(" ") + name;
    };
    add(style.size == TextSize::large, "x2");
    add(style.size == TextSize::huge, "x3");
    add(style.bold, "bold");
    add(style.inverse, "inverse");
    return names;
}

struct HtmlWriter {
    std::string operator()(const TextBlock& block) const {
        return paragraph(classes(block.align == Align::center ? "center" : "", block.style), escaped(block.text));
    }
    std::string operator()(const PairBlock& block) const {
        return paragraph(classes("pair", block.style), span("left", block.left) + span("right", block.right));
    }
    std::string operator()(const ItemHeadBlock& block) const {
        return paragraph("item head", span("name", block.name) + span("quantity", block.quantity) +
                                          span("price", block.price) + span("amount", block.amount));
    }
    std::string operator()(const ItemBlock& block) const {
        auto html = span("name", block.name) + span("quantity", block.quantity);
        if (!block.price.empty()) html += span("price", block.price + block.unit);
        if (!block.amount.empty()) html += span("amount", block.amount);
        return paragraph(classes("item", block.style), html);
    }
    std::string operator()(const RuleBlock&) const { return "<hr class=\"rule\">\n"; }
    std::string operator()(const QrBlock& block) const {
        const auto modules = qr_code(block.payload);
        if (!modules) return "";
        std::string path;
        for (int y = 0; y < modules->height(); ++y)
            for (int x = 0; x < modules->width(); ++x)
                if (modules->is_black(x, y))
                    path += "M" + std::to_string(x + qr_margin) + " " + std::to_string(y + qr_margin) + "h1v1h-1z";
        const auto size = std::to_string(modules->width() + 2 * qr_margin);
        return "<svg class=\"qr\" viewBox=\"0 0 " + size + " " + size + "\" shape-rendering=\"crispEdges\"><path d=\"" +
               path + "\"/></svg>\n";
    }
    std::string operator()(const CutBlock&) const { return ""; }
    std::string operator()(const DrawerBlock&) const { return ""; }
};

}  // namespace

std::string html_of(const Document& document) {
    std::string html = document.language == Language::zh ? "<article class=\"paper\" lang=\"zh-CN\">\n"
                                                         : "<article class=\"paper\" lang=\"en\">\n";
    for (const auto& block : document.blocks) html += std::visit(HtmlWriter{}, block);
    return html + "</article>\n";
}

}  // namespace canteen::till
