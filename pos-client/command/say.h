// Sales in the cashier's words. Pure; any thread.
#pragma once

#include <string>

#include "canteen/domain/model/order.h"
#include "canteen/texts/language.h"
#include "pos-client/core/news.h"

namespace canteen::till {

// "QUEUED A012: food 15.00, ...".
std::string say_queued(Language language, const OrderDraft& draft);
// "  cash: give back 4.00 yuan".
std::string say_paid_back(Language language, const Tender& tender);
// Why nothing gets through to the server; "" if there is no trouble, or only a passing one.
std::string say_trouble(Language language, const std::string& trouble);
// The answer's refusal, or its exceptions and what it gives back; "" if it has neither.
std::string say_outcome(Language language, const Answer& answer);

}  // namespace canteen::till
