#include "tests/support/lunch.h"

namespace canteen::testing {
namespace {

Dish dish_of(DishId id, std::string name, Fen price, Served served, std::uint32_t planned) {
    Dish dish;
    dish.id = id;
    dish.name = std::move(name);
    dish.price = price;
    dish.served = served;
    dish.minutes = served == Served::to_order ? 5 : 0;
    dish.planned = planned;
    return dish;
}

}  // namespace

Timestamp noon() {
    return instant_at_site(lunch_date, {12 * 60});
}

Site test_site() {
    Site site;
    site.name = "De'an";
    site.area = "510117001";
    return site;
}

Meal lunch_on(Date date) {
    return {date, MealSlot::lunch};
}

Menu lunch_menu(Date date) {
    Menu menu;
    menu.meal = lunch_on(date);
    menu.serving_from = lunch_from;
    menu.serving_to = lunch_to;
    menu.dishes = {dish_of(rice, "米饭", {200}, Served::from_line, 100),
                   dish_of(noodles, "担担面", {1200}, Served::to_order, 100),
                   dish_of(last_fish, "豆瓣鱼", {2000}, Served::from_line, 1)};
    return menu;
}

OrderDraft draft_of(std::uint32_t number, DishId dish, PickupNumber pickup, std::uint32_t quantity) {
    auto menu = lunch_menu();
    OrderDraft draft;
    draft.id = id_of<OrderId>(number);
    draft.meal = menu.meal;
    draft.pickup = std::move(pickup);
    draft.menu = {1};
    OrderLine line;
    line.id = {1};
    line.dish = dish;
    line.quantity = quantity;
    line.unit_price = menu.find(dish)->price;
    line.amount = line.unit_price * quantity;
    draft.lines = {line};
    draft.shown.food = line.amount;
    draft.shown.to_pay = line.amount;
    return draft;
}

PlaceOrder ask_for(OrderDraft draft, Timestamp now) {
    Tender cash{TenderKind::cash, draft.shown.to_pay, ""};
    return {std::move(draft), {cash}, now + std::chrono::minutes{1}};
}

RecordSale sale_of(OrderDraft draft, Timestamp sold_at) {
    Tender cash{TenderKind::cash, draft.shown.to_pay, ""};
    return {std::move(draft), {cash}, sold_at, false};
}

Submission own(CommandBody body) {
    static std::uint32_t last = 1'000'000;
    Submission submission;
    submission.actor = {DeviceId{}, Role::server};
    submission.command = {id_of<CommandId>(++last), std::move(body)};
    submission.entry = name_of(submission.command.body);
    return submission;
}

Scheme lunch_scheme() {
    SubsidyClass holders;
    holders.id = "holders";
    Condition has_tag;
    has_tag.any_tag = {"dibao"};
    holders.who = {has_tag};
    holders.benefits = {{{"district", FixedBenefit{{600}}}, std::nullopt}};
    SubsidyStep step;
    step.terms.meals = {MealSlot::lunch};
    step.terms.limits.per_day = 1;
    step.classes = {holders};
    Scheme scheme;
    scheme.id = "test-lunch";
    scheme.versions = {{"1", {}, {step}, {}}};
    return scheme;
}

Member member_with(std::uint32_t number, std::string tag) {
    Member member;
    member.id = id_of<MemberId>(number);
    member.number = std::to_string(number);
    member.name = "王" + std::to_string(number);
    member.born = *make_date(1950, 3, 1);
    member.tags = {{std::move(tag), {}}};
    return member;
}

}  // namespace canteen::testing
