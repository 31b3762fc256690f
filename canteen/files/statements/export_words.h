// The words of a person's export for what the program counts by number. Pure; any thread.
#pragma once

#include <string>

#include "canteen/domain/model/member.h"
#include "canteen/domain/model/order.h"

namespace canteen {

std::string word_of(CardState state);
std::string word_of(ReviewStep step);
std::string word_of(MealSlot slot);
std::string word_of(ServiceMode mode);
std::string word_of(Origin origin);
std::string word_of(Identified identified);
std::string word_of(OrderState state);
std::string word_of(TenderKind kind);
std::string word_of(RefundReason reason);
std::string word_of(UseKind kind);

}  // namespace canteen
