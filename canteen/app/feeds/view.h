// A view is what the followers of one feed see: built at start from the store, then kept by committed events alone.
// Owned by the I/O thread.
#pragma once

#include <variant>
#include <vector>

#include "canteen/app/feeds/day_picture.h"
#include "canteen/app/message.h"
#include "canteen/domain/model/event.h"

namespace canteen {

// All sheets of one member; they replace each other together and are never torn apart.
using MemberSheets = std::vector<RightSheet>;
// All sheets of this member are dropped.
struct MemberGone {
    MemberId member;
};
// One whole thing of a feed; it replaces the one of its key.
using FeedItem =
    std::variant<Ticket, PortionsLeft, Menu, MemberSheets, RightUse, MemberGone, MemberBalance, StaffShown>;
using FeedItems = std::vector<FeedItem>;

class View {
public:
    virtual ~View() = default;
    virtual Feed feed() const = 0;
    // Makes a committed event part of the picture. `seq` is its journal row.
    virtual void apply(const Event& event, Seq seq) = 0;
    // The things changed since the last call, each once and as it is now.
    virtual FeedItems take_changes() = 0;
    // The whole picture.
    virtual FeedItems snapshot() const = 0;
    // The business date moved on: the picture is cut anew, and followers get a snapshot.
    virtual void on_date(Date today) = 0;
    // The date went back: what was dropped since comes from the store. Replaces everything that a date decides;
    // followers get a snapshot.
    virtual void on_picture(const DayPicture& picture) = 0;
};

}  // namespace canteen
