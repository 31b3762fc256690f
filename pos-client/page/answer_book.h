// Remembers the answers to the last actions, so that one that comes again is answered and not done again. One thread.
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "canteen/v1/till_page.pb.h"

namespace canteen::till {

// More than a page has under way; an action older than these does not come again.
inline constexpr std::size_t remembered_answers = 256;

class AnswerBook {
public:
    // Returns null if the action was not done here.
    const v1::ActionAnswer* find(const std::string& action_id) const {
        for (const auto& answer : answers_)
            if (answer.action_id() == action_id) return &answer;
        return nullptr;
    }
    void note(v1::ActionAnswer answer) {
        answers_.push_back(std::move(answer));
        if (answers_.size() > remembered_answers) answers_.pop_front();
    }

private:
    std::deque<v1::ActionAnswer> answers_;
};

}  // namespace canteen::till
