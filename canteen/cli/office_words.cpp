#include "canteen/cli/office_words.h"

#include <algorithm>
#include <array>
#include <map>

#include "canteen/domain/base/number.h"
#include "canteen/domain/model/names.h"
#include "canteen/files/cells.h"

namespace canteen {
namespace {

const std::map<std::string, AccountKind> employer_accounts{{"allowance", AccountKind::allowance},
                                                           {"account", AccountKind::employer}};
const std::map<std::string, ReviewStep> review_steps{
    {"submitted", ReviewStep::submitted},         {"first_review", ReviewStep::first_review},
    {"second_review", ReviewStep::second_review}, {"approved", ReviewStep::approved},
    {"rejected", ReviewStep::rejected},           {"withdrawn", ReviewStep::withdrawn}};
const std::map<std::string, ClaimForm> claim_forms{
    {"persons", ClaimForm::persons_csv}, {"meals", ClaimForm::meals_csv}, {"xlsx", ClaimForm::xlsx}};
const std::map<std::string, RevenueBase> revenue_bases{{"sales", RevenueBase::sales},
                                                       {"guests_paid", RevenueBase::guests_paid},
                                                       {"payers_share", RevenueBase::payers_share}};
const std::map<std::string, SharePeriod> share_periods{{"month", SharePeriod::month},
                                                       {"quarter", SharePeriod::quarter}};

const auto meal_words = by_name<MealSlot>({MealSlot::breakfast, MealSlot::lunch, MealSlot::dinner});
// Ways for members to pay what their account was short of; also from what they have paid in since.
const auto collecting_words =
    by_name<TenderKind>({TenderKind::cash, TenderKind::wechat, TenderKind::alipay, TenderKind::unionpay,
                         TenderKind::ecny, TenderKind::bank, TenderKind::stored_value});

const auto role_words =
    by_name<StaffRole>({StaffRole::cashier, StaffRole::supervisor, StaffRole::manager, StaffRole::clerk});

OfficeAsk command(CommandBody body) {
    return body;
}
OfficeAsk query(QueryBody body) {
    return body;
}

OfficeAsk review(VerbWords& words) {
    ReviewApplication ask{words.member(0), words.at(1), {one_of(review_steps, words.at(2)), {}, "", ""}, {}};
    ask.step.on = words.take_date("on");
    ask.step.by = words.take_text("by");
    ask.step.note = words.take_text("note");
    ask.valid = words.take_range("valid");
    return command(std::move(ask));
}

OfficeAsk set_employer(VerbWords& words) {
    Employer employer{words.at(0), words.at(1), words.take_text("tax"), {}, words.take_yes("account"), {}};
    const auto breakfast = words.take_yuan("breakfast"), lunch = words.take_yuan("lunch"),
               dinner = words.take_yuan("dinner"), day = words.take_yuan("day");
    if (breakfast || lunch || dinner)
        employer.allowance =
            Allowance{breakfast.value_or(Fen{}), lunch.value_or(Fen{}), dinner.value_or(Fen{}), day, {}};
    if (day && !employer.allowance) throw WrongWords("day= goes with breakfast=, lunch= or dinner=");
    employer.valid = words.take_range("valid");
    return command(SetEmployer{std::move(employer)});
}

OfficeAsk set_points(VerbWords& words) {
    PointsRule rule;
    rule.points_per_hour = words.take_number("hour").value_or(rule.points_per_hour);
    rule.most_minutes_an_activity = words.take_number("activity").value_or(rule.most_minutes_an_activity);
    rule.most_points = words.take_number("most").value_or(rule.most_points);
    rule.spendable_from = words.take_number("from").value_or(rule.spendable_from);
    rule.fen_per_point = words.take_yuan("yuan").value_or(Fen{});
    rule.funder = words.take_text("funder");
    return command(SetPointsRule{std::move(rule)});
}

// Reads "rent:3000.00" as a sum for each period, "fees:15permille" as a part of the revenue.
CostItem cost_item(const std::string& text) {
    constexpr std::string_view permille = "permille";
    const auto colon = text.find(':');
    if (colon == std::string::npos) return {text, {}, 0};
    CostItem item{text.substr(0, colon), {}, 0};
    std::string amount = text.substr(colon + 1);
    if (amount.ends_with(permille)) {
        amount.resize(amount.size() - permille.size());
        if (const auto permilles = whole_number<std::uint32_t>(amount)) {
            item.permille = *permilles;
            return item;
        }
    } else if (const auto fen = parse_yuan(amount)) {
        item.fixed = *fen;
        return item;
    }
    throw WrongWords("a cost item is NAME, NAME:YUAN or NAME:15permille");
}

OfficeAsk set_partner(VerbWords& words) {
    PartnerAgreement agreement{words.at(0), words.at(1), RevenueBase::sales, {}, 0, 1, SharePeriod::month, {}};
    const auto ratio = split(words.at(2), '/');
    if (ratio.size() != 2) throw WrongWords("the partner's ratio is like 3/10");
    const auto numerator = whole_number<std::uint32_t>(ratio[0]), denominator = whole_number<std::uint32_t>(ratio[1]);
    if (!numerator || !denominator) throw WrongWords("the ratio is like 3/10");
    agreement.numerator = *numerator;
    agreement.denominator = *denominator;
    agreement.base = one_of(revenue_bases, words.take("base").value_or("sales"));
    agreement.period = one_of(share_periods, words.take("period").value_or("month"));
    if (const auto costs = words.take("costs"))
        for (const auto& item : split(*costs, ',')) agreement.costs.push_back(cost_item(item));
    agreement.valid = words.take_range("valid");
    return command(SetPartnerAgreement{std::move(agreement)});
}

OfficeAsk draw_up(VerbWords& words) {
    const auto payer = parse_claim_payer(words.at(0));
    if (!payer) throw WrongWords("a payer is SCHEME/PAYER");
    return query(DrawUpClaim{*payer, words.period(1)});
}

OfficeAsk reject(VerbWords& words) {
    return RejectByPickup{words.claim(0), words.date(1), words.at(2), words.take_text("reason"),
                          words.take_yes("borne")};
}

OfficeAsk merge(VerbWords& words) {
    MergeByNumbers ask{words.member(0), words.member(1), {}};
    const auto seen = words.take("seen");
    if (!seen) return ask;
    const auto revisions = split(*seen, ',');
    const auto kept = whole_number<std::uint32_t>(revisions.front());
    const auto merged = revisions.size() == 2 ? whole_number<std::uint32_t>(revisions.back()) : std::nullopt;
    if (!kept || !merged) throw WrongWords("seen= is two revisions like 3,1, as they were shown");
    ask.seen = {*kept, *merged};
    return ask;
}

OfficeAsk date_sale(VerbWords& words) {
    return command(DateSale{words.order(0), {words.date(1), one_of(meal_words, words.at(2))}});
}

OfficeAsk collect(VerbWords& words) {
    Tender tender{one_of(collecting_words, words.take("by").value_or("cash")), words.yuan(1),
                  words.take_text("reference")};
    return command(SettleShort{words.order(0), std::move(tender)});
}

std::vector<StaffRole> roles_of(const std::string& words) {
    std::vector<StaffRole> roles;
    for (const auto& role : split(words, ',')) roles.push_back(one_of(role_words, role));
    return roles;
}

OfficeAsk add_staff(VerbWords& words) {
    AddStaff ask;
    ask.staff.name = words.at(0);
    ask.staff.roles = roles_of(words.take("role").value_or("cashier"));
    ask.staff.valid = words.take_range("valid");
    return ask;
}

OfficeAsk change_staff(VerbWords& words) {
    ChangeStaff ask{words.staff(0), words.take("name"), {}, {}};
    if (const auto roles = words.take("role")) ask.roles = roles_of(*roles);
    if (words.has("valid")) ask.valid = words.take_range("valid");
    if (!ask.name && !ask.roles && !ask.valid) throw WrongWords("name=, role= or valid= says what changes");
    return ask;
}

OfficeAsk list_shifts(VerbWords& words) {
    return query(ListShifts{words.take_range("dates"), words.take_yes("csv")});
}

struct Verb {
    std::string_view noun, verb;
    std::size_t positional;
    std::string_view usage;
    OfficeAsk (*ask)(VerbWords&);
};

const auto verbs = std::to_array<Verb>({
    {"member", "find", 1, "TEXT", [](VerbWords& w) { return query(FindMembers{w.at(0), max_member_hits}); }},
    {"member", "show", 1, "NUMBER", [](VerbWords& w) { return query(ShowMember{w.member(0)}); }},
    {"member", "export", 1, "NUMBER", [](VerbWords& w) { return query(ExportMember{w.member(0)}); }},
    {"member", "review", 3, "NUMBER SCHEME STEP [on=DATE] [by=WHO] [note=TEXT] [valid=FROM..TO]", review},
    {"member", "erase", 1, "NUMBER", [](VerbWords& w) { return command(EraseMember{w.member(0)}); }},
    {"member", "merge", 2, "KEPT MERGED [seen=REVISION,REVISION] (without seen= both are only shown)", merge},
    {"card", "issue", 2, "NUMBER CARD [replaces=CARD]",
     [](VerbWords& w) { return command(IssueCard{w.member(0), w.at(1), w.take_text("replaces")}); }},
    {"card", "lost", 2, "NUMBER CARD", [](VerbWords& w) { return command(ReportCardLost{w.member(0), w.at(1)}); }},
    {"employer", "set", 2,
     "CODE NAME [tax=NUMBER] [breakfast=YUAN] [lunch=YUAN] [dinner=YUAN] [day=YUAN] [account=yes] [valid=FROM..TO]",
     set_employer},
    {"employer", "paid", 3, "CODE allowance|account YUAN [by=bank] [reference=R] (-YUAN takes one back)",
     [](VerbWords& w) {
         return command(ReceiveFromEmployer{w.at(0), one_of(employer_accounts, w.at(1)), w.take_tender(w.yuan(2))});
     }},
    {"employer", "statement", 2, "CODE MONTH",
     [](VerbWords& w) { return query(EmployerStatement{w.at(0), w.period(1)}); }},
    {"points", "rule", 0, "[hour=N] [activity=MINUTES] [most=N] [from=N] [yuan=YUAN] [funder=NAME]", set_points},
    {"points", "hours", 4, "NUMBER DATE MINUTES ACTIVITY",
     [](VerbWords& w) { return command(RecordHours{{w.member(0), w.date(1), w.number(2), w.at(3), 0}}); }},
    {"partner", "set", 3,
     "CODE NAME N/D [base=sales|guests_paid|payers_share] [period=month|quarter] [costs=ITEM,...] "
     "[valid=FROM..TO]",
     set_partner},
    {"partner", "cost", 4, "CODE PERIOD ITEM YUAN evidence=TEXT",
     [](VerbWords& w) {
         return command(RecordPartnerCost{{w.at(0), w.period(1).first, w.at(2), w.yuan(3), w.take_text("evidence")}});
     }},
    {"partner", "statement", 2, "CODE PERIOD",
     [](VerbWords& w) { return query(PartnerStatementOf{w.at(0), w.period(1)}); }},
    {"staff", "add", 1, "NAME [role=cashier,supervisor,manager,clerk] [valid=FROM..TO]", add_staff},
    {"staff", "set", 1, "WHO [name=NAME] [role=cashier,supervisor,manager,clerk] [valid=FROM..TO] (PIN and id stay)",
     change_staff},
    {"staff", "pin", 1, "WHO [pin=PIN] (pin=- reads it from a line of the input; without it one is made up)",
     [](VerbWords& w) { return OfficeAsk(SetPinOf{w.staff(0), w.take_text("pin")}); }},
    {"staff", "unlock", 1, "WHO", [](VerbWords& w) { return command(UnlockStaff{w.staff(0)}); }},
    {"staff", "end", 1, "WHO", [](VerbWords& w) { return command(EndStaff{w.staff(0)}); }},
    {"staff", "list", 0, "", [](VerbWords&) { return query(ListStaff{}); }},
    {"shifts", "list", 0, "[dates=FROM..TO] [csv=yes]", list_shifts},
    {"scheme", "show", 1, "SCHEME", [](VerbWords& w) { return query(ShowScheme{w.at(0)}); }},
    {"sale", "doubtful", 0, "", [](VerbWords&) { return query(ListDoubtfulSales{}); }},
    {"sale", "date", 3, "ORDER DATE breakfast|lunch|dinner", date_sale},
    {"short", "list", 0, "", [](VerbWords&) { return query(ListShort{}); }},
    {"short", "collect", 2, "ORDER YUAN [by=cash|wechat|alipay|unionpay|ecny|bank|stored_value] [reference=R]",
     collect},
    {"short", "concede", 1, "ORDER", [](VerbWords& w) { return command(SettleShort{w.order(0), {}}); }},
    {"counts", "of", 1, "PERIOD", [](VerbWords& w) { return query(ServiceCounts{w.period(0)}); }},
    {"unprocessable", "list", 0, "", [](VerbWords&) { return query(ListUnprocessable{}); }},
    {"ledger", "balances", 0, "", [](VerbWords&) { return query(TrialBalance{}); }},
    {"claim", "draft", 2, "SCHEME/PAYER PERIOD", draw_up},
    {"claim", "list", 0, "", [](VerbWords&) { return query(ListClaims{}); }},
    {"claim", "file", 1, "CLAIM", [](VerbWords& w) { return query(ClaimFile{w.claim(0)}); }},
    {"claim", "print", 2, "CLAIM persons|meals|xlsx",
     [](VerbWords& w) { return query(PrintClaim{w.claim(0), one_of(claim_forms, w.at(1))}); }},
    {"claim", "answer", 3, "CLAIM FINDING TEXT",
     [](VerbWords& w) { return command(AnswerFinding{w.claim(0), w.number(1), w.at(2)}); }},
    {"claim", "submit", 1, "CLAIM", [](VerbWords& w) { return command(SubmitClaim{w.claim(0)}); }},
    {"claim", "drop", 1, "CLAIM", [](VerbWords& w) { return command(DropClaim{w.claim(0)}); }},
    {"claim", "reject", 3, "CLAIM DATE PICKUP reason=TEXT [borne=yes]", reject},
    {"claim", "paid", 2, "CLAIM YUAN [by=bank] [reference=R] [last=yes] (-YUAN takes one back)",
     [](VerbWords&
            w) { return command(ReceiveClaimPayment{w.claim(0), w.take_tender(w.yuan(1)), w.take_yes("last")}); }},
});

std::string usage_of(const Verb& verb) {
    return std::string(verb.noun) + " " + std::string(verb.verb) + " " + std::string(verb.usage);
}

}  // namespace

std::variant<OfficeAsk, std::string> office_ask(const std::vector<std::string>& words, const OfficeBook& book) {
    const auto verb =
        words.size() < 2
            ? verbs.end()
            : std::ranges::find_if(
                  verbs, [&](const Verb& known) { return known.noun == words[0] && known.verb == words[1]; });
    if (verb == verbs.end()) return office_usage();
    try {
        VerbWords read(words, verb->positional, book);
        auto asked = verb->ask(read);
        read.done();
        return asked;
    } catch (const WrongWords& wrong) {
        return std::string(wrong.what()) + "\nusage: office " + usage_of(*verb);
    }
}

std::string office_usage() {
    std::string text = "office is followed by one of:\n  audit [acts] [HOW MANY]";
    for (const auto& verb : verbs) text += "\n  " + usage_of(verb);
    return text;
}

}  // namespace canteen
