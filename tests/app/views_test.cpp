// Whatever happens, a client that follows the changes sees the same as a new one, and both see the same as a server
// that starts from the disk.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/follower.h"
#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;

const std::vector<Feed> all_feeds{Feed::kitchen, Feed::menu, Feed::sheets, Feed::uses};

// Makes something happen at lunch; what cannot happen is refused and changes nothing.
struct Lunch {
    FakeStore store{test_site()};
    FakeClock clock{noon()};
    FakeTill till{1, "A"};
    Writer writer{store, store.load_start(test_site()), Key{}};
    FakeCodec codec;
    Hub hub = make_hub();
    std::uint32_t orders = 0;

    Hub make_hub() {
        auto state = store.load_start(test_site());
        return {codec, clock, state.epoch, store.last_seq(),
                views_of(load_start_picture(store, state, date_at_site(clock.now())))};
    }
    void run(Submission submission) {
        submission.session = 0;
        hub.deliver(writer.run_batch({std::move(submission)}, clock.now()));
    }
    void by_kitchen(CommandBody body) {
        auto submission = own(std::move(body));
        submission.actor = {id_of<DeviceId>(9), Role::kitchen};
        run(std::move(submission));
    }
    OrderId some_order(std::uint32_t pick) const { return id_of<OrderId>(1 + pick % (orders + 1)); }
    OrderDraft draft(std::uint32_t pick) {
        const DishId dishes[]{rice, noodles, last_fish};
        auto draft = draft_of(++orders, dishes[pick % 3], till.next_pickup(), 1 + pick % 2);
        if (pick % 4 == 3) {
            draft.member = id_of<MemberId>(1 + pick / 4 % 2);
            if (!store.truth().schemes.empty() && draft.shown.food.value >= 600) {
                draft.shown.shares = {{"test-lunch", 0, "district", {600}}};
                draft.shown.to_pay -= {600};
            }
        }
        return draft;
    }
    // Pays in cash, or by the employer's allowance whether it is enough or not.
    RecordSale sold(std::uint32_t pick, Timestamp now) {
        auto sale = sale_of(draft(pick), now);
        if (pick % 8 == 3) sale.tenders = {{TenderKind::stored_value, sale.order.shown.to_pay, ""}};
        if (pick % 8 == 7) sale.tenders = {{TenderKind::allowance, sale.order.shown.to_pay, "mill"}};
        return sale;
    }
    void act(std::uint32_t what, std::uint32_t pick) {
        auto now = clock.now();
        clock.advance(std::chrono::seconds{pick % 90});
        switch (what % 17) {
            case 0:
            case 1:
                return run(till.next(ask_for(draft(pick), now)));
            case 2: {
                auto hold = ask_for(draft(pick), now);
                hold.tenders.clear();
                return run(till.next(hold));
            }
            case 3:
                return run(till.next(sold(pick, now)));
            case 4:
                return run(till.next(CancelOrder{some_order(pick)}));
            case 5:
                return by_kitchen(MarkLine{some_order(pick), 0, pick % 3 != 0});
            case 6:
                return by_kitchen(MarkTicket{some_order(pick), pick % 3 != 0});
            case 7:
                return by_kitchen(pick % 2 ? CommandBody(HandOver{some_order(pick)})
                                           : CommandBody(AcknowledgeCancelled{some_order(pick)}));
            case 8:
                return by_kitchen(SetSoldOut{{lunch_on(lunch_date), {1 + pick % 3}}, pick % 2 == 0});
            case 9:
                return by_kitchen(AddPortions{{lunch_on(lunch_date), {1 + pick % 3}}, StockMoveKind::restocked, 2});
            case 10:
                return run(own(Tick{}));
            case 11:
                return run(own(EraseMember{id_of<MemberId>(1 + pick % 4)}));
            case 12:
                return run(own(SetEmployer{mill(pick % 3)}));
            case 13:
                return run(own(TopUp{id_of<MemberId>(1 + pick % 4), {TenderKind::cash, {pick}, ""}, {pick % 3}}));
            case 14:
                return merge(id_of<MemberId>(1 + pick % 4), id_of<MemberId>(1 + pick / 4 % 4));
            case 15:
                return go_over_midnight_and_back(1 + static_cast<int>(pick % 3));
            default:
                return change_basis(pick);
        }
    }
    void merge(MemberId kept, MemberId merged) {
        const auto revision_of = [this](MemberId id) {
            const auto known = store.truth().members.find(id);
            return known == store.truth().members.end() || !known->second ? 0 : known->second->revision;
        };
        run(own(MergeMembers{kept, merged, revision_of(kept), revision_of(merged)}));
    }
    // Acts like a host whose clock was wrong for a moment.
    void go_over_midnight_and_back(int days) {
        const auto today = date_at_site(clock.now());
        hub.on_date(today + days);
        RC_ASSERT(hub.on_picture(load_day_picture(store, today)));
    }
    static Employer mill(std::uint32_t yuan) {
        Employer employer;
        employer.code = "mill";
        employer.name = "面粉厂";
        employer.allowance = Allowance{{}, {yuan * 100}, {}, {}, {}};
        return employer;
    }
    static Member neighbour(std::uint32_t pick) {
        auto guest = member_with(1 + pick % 4, pick % 2 ? "dibao" : "none");
        if (pick % 5 < 2) guest.employments = {{"mill", {}}};
        return guest;
    }
    void change_basis(std::uint32_t pick) {
        auto menu = lunch_menu(lunch_date + static_cast<int>(pick % 2));
        menu.dishes.at(0).planned += pick % 5;
        if (pick % 2 == 0) menu.dishes.push_back(menu.dishes.at(0));  // a dish that nobody has cooked yet
        menu.dishes.back().id = {static_cast<std::uint32_t>(menu.dishes.size())};
        if (pick % 2 == 0) menu.dishes.back().planned = 0;
        if (pick % 3 == 0) return run(own(ImportMenus{{menu}}));
        if (pick % 3 == 1) return run(own(ImportMembers{{neighbour(pick)}}));
        run(own(ImportScheme{lunch_scheme(), pick % 2}));
    }
};

Follower follow(Hub& hub, const FakeCodec& codec, SessionId session) {
    FakeSink port(codec);
    hub.join(session, port, Encoding::binary);
    for (auto feed : all_feeds) hub.follow(session, {feed, 0, 0});
    Follower follower;
    for (const auto& frame : port.all<FeedFrame>()) EXPECT_TRUE(follower.take(frame));
    hub.leave(session);
    return follower;
}

RC_GTEST_PROP(Views, SnapshotAndChangesAreTheLaterSnapshotAndThatOfAServerStartedAnew, ()) {
    const auto actions = *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(
        rc::gen::pair(rc::gen::inRange(0u, 17u), rc::gen::inRange(0u, 1000u)));
    Lunch lunch;
    lunch.run(own(EnrolDevice{lunch.till.device()}));
    lunch.run(own(ImportMenus{{lunch_menu()}}));
    lunch.run(own(ImportMembers{{member_with(1, "dibao")}}));
    lunch.run(own(ImportScheme{lunch_scheme(), 1}));
    FakeSink port(lunch.codec);
    lunch.hub.join(1, port, Encoding::binary);
    for (auto feed : all_feeds) lunch.hub.follow(1, {feed, 0, 0});
    for (auto [what, pick] : actions) lunch.act(what, pick);
    Follower live;
    for (const auto& frame : port.all<FeedFrame>()) RC_ASSERT(live.take(frame));
    auto fresh = follow(lunch.hub, lunch.codec, 2);
    auto restarted_hub = lunch.make_hub();
    auto restarted = follow(restarted_hub, lunch.codec, 3);
    for (auto feed : all_feeds) {
        RC_ASSERT(live.picture(feed) == fresh.picture(feed));
        RC_ASSERT(live.picture(feed) == restarted.picture(feed));
    }
}

}  // namespace
}  // namespace canteen
