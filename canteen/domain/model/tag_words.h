// The categories that published schemes ask for, and in which of their words somebody's category is kept. Pure; any
// thread.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "canteen/domain/model/member.h"
#include "canteen/domain/model/scheme.h"

namespace canteen {

class TagWords {
public:
    explicit TagWords(const std::vector<std::pair<std::uint32_t, Scheme>>& schemes);

    // True if no scheme asks for any category.
    bool empty() const { return words_.empty(); }
    // True if a scheme asks for the category, once it is kept as kept() says.
    bool ask_for(const std::string& tag) const { return words_.contains(tag); }
    // A scheme's own word for what is written in other cases of letters, with blanks around it, or in the usual Chinese
    // word; else as it is written, without the blanks.
    std::string kept(const std::string& tag) const;
    void keep(std::vector<TagFact>& tags) const;

private:
    std::set<std::string> words_;
};

}  // namespace canteen
