#include "canteen/domain/model/tag_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "canteen/domain/base/normal_form.h"

namespace canteen {

namespace {

using Word = std::pair<std::string_view, std::string_view>;

// As offices write them, and the codes of the schemes that come with the canteen.
constexpr auto usual_words = std::to_array<Word>({
    {"低保", "dibao"},
    {"低保户", "dibao"},
    {"低保边缘", "dibao_edge"},
    {"低收入", "low_income"},
    {"特困", "tekun"},
    {"特困供养", "tekun"},
    {"分散特困", "tekun_scattered"},
    {"分散供养特困", "tekun_scattered"},
    {"独居", "living_alone"},
    {"空巢", "empty_nest"},
    {"留守", "left_behind"},
    {"孤寡", "orphan_widow"},
    {"优抚", "youfu"},
    {"失独", "lost_only_child"},
    {"计生特殊家庭", "family_planning_special"},
    {"重度残疾", "disabled_severe"},
    {"中度残疾", "disabled_moderate"},
    {"重度失能", "care_severe"},
});

// Every condition of a scheme.
class Collector {
public:
    explicit Collector(std::set<std::string>& words) : words_(words) {}

    void add(const SchemeVersion& version) {
        for (const auto& step : version.steps) std::visit([this](const auto& one) { add_classes(one.classes); }, step);
        for (const auto& payment : version.operator_payments) add(payment.who);
    }

private:
    template <class Class>
    void add_classes(const std::vector<Class>& classes) {
        for (const auto& one : classes) add(one.who);
    }
    void add_classes(const std::vector<Who>& classes) {
        for (const auto& who : classes) add(who);
    }
    void add(const Who& who) {
        for (const auto& condition : who)
            for (const auto* tags : {&condition.any_tag, &condition.all_tags, &condition.no_tag})
                words_.insert(tags->begin(), tags->end());
    }

    std::set<std::string>& words_;
};

}  // namespace

TagWords::TagWords(const std::vector<std::pair<std::uint32_t, Scheme>>& schemes) {
    Collector collector(words_);
    for (const auto& [priority, scheme] : schemes)
        for (const auto& version : scheme.versions) collector.add(version);
}

std::string TagWords::kept(const std::string& tag) const {
    auto word = trimmed(tag);
    if (words_.contains(word)) return word;
    const auto same =
        std::ranges::find_if(words_, [&word](const auto& one) { return normal_code(one) == normal_code(word); });
    if (same != words_.end()) return *same;
    const auto usual = std::ranges::find(usual_words, std::string_view(word), &Word::first);
    if (usual == usual_words.end() || !words_.contains(std::string(usual->second))) return word;
    return std::string(usual->second);
}

void TagWords::keep(std::vector<TagFact>& tags) const {
    for (auto& fact : tags) fact.tag = kept(fact.tag);
}

}  // namespace canteen
