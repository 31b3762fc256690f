// A client's picture of its feeds, put together from frames as tills and screens do it. One thread.
#pragma once

#include <map>

#include "canteen/app/message.h"

namespace canteen::testing {

class Follower {
public:
    // Returns false if the frame does not follow the picture: the client would send a Resume. Cut or doubled frames do
    // no harm.
    bool take(const FeedFrame& frame);
    Cursor cursor(Feed feed) const;

    // The picture that is shown; sheets without their version, which names a row and not a right.
    struct Picture {
        std::map<OrderId, Ticket> tickets;
        std::map<StockKey, PortionsLeft> portions;
        std::map<Meal, Menu> menus;
        std::map<MemberId, std::vector<RightSheet>> sheets;
        std::map<UseKey, std::int64_t> uses;
        std::map<MemberId, MemberBalance> balances;
        bool operator==(const Picture&) const = default;
    };
    const Picture& picture(Feed feed) { return feeds_[feed].picture; }

private:
    struct Followed {
        Picture picture;
        Epoch epoch = 0;
        Seq seq = 0;
        bool in_snapshot = false;
    };
    static void add(Picture& picture, const FeedFrame& frame);

    std::map<Feed, Followed> feeds_;
};

}  // namespace canteen::testing
