#include "canteen/cli/member_merge_words.h"

#include "canteen/files/statements/export_words.h"

namespace canteen {
namespace {

std::string or_dash(const std::string& text) {
    return text.empty() ? "-" : text;
}

std::string end_of(const std::string& id_number) {
    constexpr std::size_t shown = 4;
    return id_number.size() <= shown ? or_dash(id_number) : "****" + id_number.substr(id_number.size() - shown);
}

// Returns "C0001 (lost), C0002".
std::string cards_of(const Member& member) {
    std::string text;
    for (const auto& card : member.cards)
        text += (text.empty() ? "" : ", ") + card.number +
                (card.state == CardState::active ? "" : " (" + word_of(card.state) + ")");
    return or_dash(text);
}

template <class Items, class Name>
std::string names_of(const Items& items, Name name) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ", ") + item.*name;
    return or_dash(text);
}

// Writes one line for each field.
class SideBySide {
public:
    explicit SideBySide(const MergePreview& view) : view_(view) {}

    std::string text() {
        of_member("number", [](const Member& m) { return m.number; });
        of_member("name", [](const Member& m) { return m.name; });
        of_member("ID number", [](const Member& m) { return end_of(m.id_number); });
        of_member("born", [](const Member& m) { return to_string(m.born); });
        of_member("died", [](const Member& m) { return m.died ? to_string(*m.died) : "-"; });
        of_member("phone", [](const Member& m) { return or_dash(m.phone); });
        of_member("areas", [](const Member& m) { return names_of(m.hukou, &AreaFact::area); });
        of_member("categories", [](const Member& m) { return names_of(m.tags, &TagFact::tag); });
        of_member("approvals", [](const Member& m) { return names_of(m.approvals, &Approval::scheme); });
        of_member("applications",
                  [](const Member& m) { return names_of(m.applications, &SubsidyApplication::scheme); });
        of_member("employers", [](const Member& m) { return names_of(m.employments, &Employment::employer); });
        of_member("carers", [](const Member& m) { return names_of(m.carers, &Carer::name); });
        of_member("cards", cards_of);
        line("principal", to_yuan(view_.kept.principal), to_yuan(view_.merged.principal));
        line("bonus", to_yuan(view_.kept.bonus), to_yuan(view_.merged.bonus));
        line("points", std::to_string(view_.kept.points), std::to_string(view_.merged.points));
        return std::move(text_);
    }

private:
    template <class Field>
    void of_member(const char* what, Field field) {
        line(what, field(view_.kept.member), field(view_.merged.member));
    }
    void line(const std::string& what, const std::string& kept, const std::string& merged) {
        text_ += what + ": " + kept + " | " + merged + "\n";
    }

    const MergePreview& view_;
    std::string text_;
};

std::string count_of(std::size_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

// Returns "20.00 yuan principal, 0.00 bonus, 3 points, 2 cards".
std::string what_moves(const MergePreview& view) {
    return to_yuan(view.merged.principal) + " yuan principal, " + to_yuan(view.merged.bonus) + " bonus, " +
           std::to_string(view.merged.points) + " points, " + count_of(view.merged.member.cards.size(), "card");
}

// Returns "cd-qionglai-2025 per_day 1, per_month 3".
std::string uses_of(const Uses& uses) {
    std::string text;
    for (const auto& [key, used] : uses) {
        if (key.kind == UseKind::meal_eaten || used == 0) continue;
        text += (text.empty() ? "" : ", ") + key.scheme + " " + word_of(key.kind) + " " +
                (is_amount(key.kind) ? to_yuan({used}) : std::to_string(used));
    }
    return text.empty() ? "nothing" : text;
}

}  // namespace

std::string merge_preview(const MergePreview& view) {
    const auto &kept = view.kept.member, &merged = view.merged.member;
    return "kept | merged\n" + SideBySide(view).text() + "moves to " + kept.number + ": " + what_moves(view) +
           ", and what it lacks of the other's facts\n" + "used of rights by " + merged.number +
           ", counted for both: " + uses_of(view.merged_uses) + "\n" + "past orders stay under " + merged.number +
           "; a merge is not undone\n" + "nothing is changed yet: office member merge " + kept.number + " " +
           merged.number + " seen=" + std::to_string(kept.revision) + "," + std::to_string(merged.revision);
}

std::string merge_done(const MergePreview& view) {
    return "moved to " + view.kept.member.number + ": " + what_moves(view) + "\nused of rights by " +
           view.merged.member.number + ", counted for both: " + uses_of(view.merged_uses) + "\ndone";
}

}  // namespace canteen
