// Lists the ways in which a guest may pay an offer, the likeliest first. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos-client/till/offer.h"
#include "pos-client/till/replica.h"

namespace canteen::till {

struct TenderOffer {
    TenderKind kind = TenderKind::cash;
    std::string code{};  // of an allowance or employer
    std::string name{};  // of the employer
    Fen most{};          // it can bear of the bill
    Fen left_after{};    // of the account, when it bears that
    Fen rounding{};      // given up when all is paid in cash
    bool operator==(const TenderOffer&) const = default;
};

struct TenderBasis {
    const Offer& offer;
    const RightSheet* sheet = nullptr;  // of the guest; null: without number
    std::optional<Holding> holding{};   // of the guest; absent: the server tells none
    bool with_server = true;            // asked; else points cannot be spent
};

// An allowance that bears something comes first, then stored value that covers the bill, then cash and the channels,
// then what covers only a part.
std::vector<TenderOffer> tender_offers(const TenderBasis& basis);

}  // namespace canteen::till
