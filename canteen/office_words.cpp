#include "canteen/office_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <stdexcept>

#include "canteen/files/cells.h"

namespace canteen {
namespace {

// The words are not as the verb wants them; caught by office_ask.
struct WrongWords : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const std::map<std::string, TenderKind> tenders{{"cash", TenderKind::cash},
                                                {"wechat", TenderKind::wechat},
                                                {"alipay", TenderKind::alipay},
                                                {"bank", TenderKind::bank}};
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
const std::map<std::string, bool> yes_or_no{{"yes", true}, {"no", false}};

template <class Value>
Value one_of(const std::map<std::string, Value>& known, const std::string& word) {
    const auto found = known.find(word);
    if (found == known.end()) throw WrongWords("'" + word + "' is not known here");
    return found->second;
}

// Positional words first, then NAME=VALUE pairs, each name at most once and asked for.
class Words {
public:
    Words(const std::vector<std::string>& words, std::size_t positional, const OfficeBook& book) : book_(book) {
        for (std::size_t i = 2; i < words.size(); ++i) {
            const auto equals = words[i].find('=');
            if (places_.size() < positional) {
                places_.push_back(words[i]);
            } else if (equals == std::string::npos ||
                       !pairs_.emplace(words[i].substr(0, equals), words[i].substr(equals + 1)).second) {
                throw WrongWords("'" + words[i] + "' is one word too many");
            }
        }
        if (places_.size() < positional) throw WrongWords("words are missing");
    }
    // Every pair was asked for.
    void done() const {
        if (!pairs_.empty()) throw WrongWords("'" + pairs_.begin()->first + "' is not known here");
    }

    const std::string& at(std::size_t place) const { return places_[place]; }
    MemberId member(std::size_t place) const {
        const auto id = book_.member(at(place));
        if (id.is_nil()) throw WrongWords("no member has the number " + at(place));
        return id;
    }
    ClaimId claim(std::size_t place) const {
        const ClaimId id{id_of_hex(at(place))};
        if (id.is_nil()) throw WrongWords("a claim is named by its id, 32 hexadecimal digits: see 'claim list'");
        return id;
    }
    Date date(std::size_t place) const { return date_of(at(place)); }
    ClaimPeriod period(std::size_t place) const {
        const auto period = parse_claim_period(at(place));
        if (!period) throw WrongWords("a period is a month like 2026-04 or a quarter like 2026Q2");
        return *period;
    }
    Fen yuan(std::size_t place) const { return yuan_of(at(place)); }
    std::uint32_t number(std::size_t place) const { return number_of(at(place)); }

    std::optional<std::string> take(const std::string& name) {
        auto pair = pairs_.extract(name);
        return pair ? std::optional(pair.mapped()) : std::nullopt;
    }
    std::string take_text(const std::string& name) { return take(name).value_or(""); }
    std::optional<Fen> take_yuan(const std::string& name) {
        const auto text = take(name);
        return text ? std::optional(yuan_of(*text)) : std::nullopt;
    }
    std::optional<std::uint32_t> take_number(const std::string& name) {
        const auto text = take(name);
        return text ? std::optional(number_of(*text)) : std::nullopt;
    }
    Date take_date(const std::string& name) {
        const auto text = take(name);
        return text ? date_of(*text) : book_.today;
    }
    DateRange take_range(const std::string& name) {
        const auto text = take(name);
        if (!text) return {};
        const auto range = parse_range(*text);
        if (!range) throw WrongWords(name + " is like 2026-01-01..2026-12-31, either end may be left out");
        return *range;
    }
    bool take_yes(const std::string& name) { return one_of(yes_or_no, take(name).value_or("no")); }
    Tender take_tender(Fen fen) { return {one_of(tenders, take("by").value_or("bank")), fen, take_text("reference")}; }

private:
    static Date date_of(const std::string& text) {
        const auto date = parse_date(text);
        if (!date) throw WrongWords("a date is like 2026-04-14");
        return *date;
    }
    static Fen yuan_of(const std::string& text) {
        const bool taken_back = text.starts_with('-');
        const auto fen = parse_yuan(taken_back ? text.substr(1) : text);
        if (!fen) throw WrongWords("a sum is yuan like 12.60");
        return taken_back ? -*fen : *fen;
    }
    static std::uint32_t number_of(const std::string& text) {
        std::uint32_t value = 0;
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || rest != text.data() + text.size()) throw WrongWords("'" + text + "' is no number");
        return value;
    }

    const OfficeBook& book_;
    std::vector<std::string> places_;
    std::map<std::string, std::string> pairs_;
};

OfficeAsk command(CommandBody body) {
    return body;
}
OfficeAsk query(QueryBody body) {
    return body;
}

OfficeAsk review(Words& words) {
    ReviewApplication ask{words.member(0), words.at(1), {one_of(review_steps, words.at(2)), {}, "", ""}, {}};
    ask.step.on = words.take_date("on");
    ask.step.by = words.take_text("by");
    ask.step.note = words.take_text("note");
    ask.valid = words.take_range("valid");
    return command(std::move(ask));
}

OfficeAsk set_employer(Words& words) {
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

OfficeAsk set_points(Words& words) {
    PointsRule rule;
    rule.points_per_hour = words.take_number("hour").value_or(rule.points_per_hour);
    rule.most_minutes_an_activity = words.take_number("activity").value_or(rule.most_minutes_an_activity);
    rule.most_points = words.take_number("most").value_or(rule.most_points);
    rule.spendable_from = words.take_number("from").value_or(rule.spendable_from);
    rule.fen_per_point = words.take_yuan("yuan").value_or(Fen{});
    rule.funder = words.take_text("funder");
    return command(SetPointsRule{std::move(rule)});
}

// "rent:3000.00" is a sum a period, "fees:15permille" a part of the revenue.
CostItem cost_item(const std::string& text) {
    constexpr std::string_view permille = "permille";
    const auto colon = text.find(':');
    if (colon == std::string::npos) return {text, {}, 0};
    CostItem item{text.substr(0, colon), {}, 0};
    std::string amount = text.substr(colon + 1);
    if (amount.ends_with(permille)) {
        amount.resize(amount.size() - permille.size());
        const auto [rest, error] = std::from_chars(amount.data(), amount.data() + amount.size(), item.permille);
        if (error == std::errc{} && rest == amount.data() + amount.size()) return item;
    } else if (const auto fen = parse_yuan(amount)) {
        item.fixed = *fen;
        return item;
    }
    throw WrongWords("a cost item is NAME, NAME:YUAN or NAME:15permille");
}

OfficeAsk set_partner(Words& words) {
    PartnerAgreement agreement{words.at(0), words.at(1), RevenueBase::sales, {}, 0, 1, SharePeriod::month, {}};
    const auto ratio = split(words.at(2), '/');
    if (ratio.size() != 2) throw WrongWords("the partner's ratio is like 3/10");
    for (auto* part : {&agreement.numerator, &agreement.denominator}) {
        const auto& text = ratio[part == &agreement.denominator];
        const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), *part);
        if (error != std::errc{} || rest != text.data() + text.size()) throw WrongWords("the ratio is like 3/10");
    }
    agreement.base = one_of(revenue_bases, words.take("base").value_or("sales"));
    agreement.period = one_of(share_periods, words.take("period").value_or("month"));
    if (const auto costs = words.take("costs"))
        for (const auto& item : split(*costs, ',')) agreement.costs.push_back(cost_item(item));
    agreement.valid = words.take_range("valid");
    return command(SetPartnerAgreement{std::move(agreement)});
}

OfficeAsk draw_up(Words& words) {
    const auto payer = parse_claim_payer(words.at(0));
    if (!payer) throw WrongWords("a payer is SCHEME/PAYER");
    return query(DrawUpClaim{*payer, words.period(1)});
}

OfficeAsk reject(Words& words) {
    return RejectByPickup{words.claim(0), words.date(1), words.at(2), words.take_text("reason"),
                          words.take_yes("borne")};
}

struct Verb {
    std::string_view noun, verb;
    std::size_t positional;
    std::string_view usage;
    OfficeAsk (*ask)(Words&);
};

const auto verbs = std::to_array<Verb>({
    {"member", "find", 1, "TEXT",
     [](Words& w) {
         return query(FindMembers{w.at(0), max_member_hits});
     }},
    {"member", "show", 1, "NUMBER", [](Words& w) { return query(ShowMember{w.member(0)}); }},
    {"member", "export", 1, "NUMBER", [](Words& w) { return query(ExportMember{w.member(0)}); }},
    {"member", "review", 3, "NUMBER SCHEME STEP [on=DATE] [by=WHO] [note=TEXT] [valid=FROM..TO]", review},
    {"member", "erase", 1, "NUMBER", [](Words& w) { return command(EraseMember{w.member(0)}); }},
    {"card", "issue", 2, "NUMBER CARD [replaces=CARD]",
     [](Words& w) {
         return command(IssueCard{w.member(0), w.at(1), w.take_text("replaces")});
     }},
    {"card", "lost", 2, "NUMBER CARD",
     [](Words& w) {
         return command(ReportCardLost{w.member(0), w.at(1)});
     }},
    {"employer", "set", 2,
     "CODE NAME [tax=NUMBER] [breakfast=YUAN] [lunch=YUAN] [dinner=YUAN] [day=YUAN] [account=yes] [valid=FROM..TO]",
     set_employer},
    {"employer", "paid", 3, "CODE allowance|account YUAN [by=bank] [reference=R]",
     [](Words& w) {
         return command(ReceiveFromEmployer{w.at(0), one_of(employer_accounts, w.at(1)), w.take_tender(w.yuan(2))});
     }},
    {"employer", "statement", 2, "CODE MONTH",
     [](Words& w) {
         return query(EmployerStatement{w.at(0), w.period(1)});
     }},
    {"points", "rule", 0, "[hour=N] [activity=MINUTES] [most=N] [from=N] [yuan=YUAN] [funder=NAME]", set_points},
    {"points", "hours", 4, "NUMBER DATE MINUTES ACTIVITY",
     [](Words& w) {
         return command(RecordHours{{w.member(0), w.date(1), w.number(2), w.at(3), 0}});
     }},
    {"partner", "set", 3, "CODE NAME N/D [base=sales|guests_paid|payers_share] [period=month|quarter] [costs=ITEM,...]",
     set_partner},
    {"partner", "cost", 4, "CODE PERIOD ITEM YUAN evidence=TEXT",
     [](Words& w) {
         return command(RecordPartnerCost{{w.at(0), w.period(1).first, w.at(2), w.yuan(3), w.take_text("evidence")}});
     }},
    {"partner", "statement", 2, "CODE PERIOD",
     [](Words& w) {
         return query(PartnerStatementOf{w.at(0), w.period(1)});
     }},
    {"counts", "of", 1, "PERIOD", [](Words& w) { return query(ServiceCounts{w.period(0)}); }},
    {"ledger", "balances", 0, "", [](Words&) { return query(TrialBalance{}); }},
    {"claim", "draft", 2, "SCHEME/PAYER PERIOD", draw_up},
    {"claim", "list", 0, "", [](Words&) { return query(ListClaims{}); }},
    {"claim", "file", 1, "CLAIM", [](Words& w) { return query(ClaimFile{w.claim(0)}); }},
    {"claim", "print", 2, "CLAIM persons|meals|xlsx",
     [](Words& w) {
         return query(PrintClaim{w.claim(0), one_of(claim_forms, w.at(1))});
     }},
    {"claim", "answer", 3, "CLAIM FINDING TEXT",
     [](Words& w) {
         return command(AnswerFinding{w.claim(0), w.number(1), w.at(2)});
     }},
    {"claim", "submit", 1, "CLAIM", [](Words& w) { return command(SubmitClaim{w.claim(0)}); }},
    {"claim", "drop", 1, "CLAIM", [](Words& w) { return command(DropClaim{w.claim(0)}); }},
    {"claim", "reject", 3, "CLAIM DATE PICKUP reason=TEXT [borne=yes]", reject},
    {"claim", "paid", 2, "CLAIM YUAN [by=bank] [reference=R] [last=yes]",
     [](Words& w) { return command(ReceiveClaimPayment{w.claim(0), w.take_tender(w.yuan(1)), w.take_yes("last")}); }},
});

std::string usage_of(const Verb& verb) {
    return std::string(verb.noun) + " " + std::string(verb.verb) + " " + std::string(verb.usage);
}

}  // namespace

Bytes16 id_of_hex(std::string_view text) {
    Bytes16 bytes{};
    if (text.size() != bytes.size() * 2) return {};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto* from = text.data() + i * 2;
        const auto [rest, error] = std::from_chars(from, from + 2, bytes[i], 16);
        if (error != std::errc{} || rest != from + 2) return {};
    }
    return bytes;
}

std::variant<OfficeAsk, std::string> office_ask(const std::vector<std::string>& words, const OfficeBook& book) {
    const auto verb = words.size() < 2 ? verbs.end() : std::ranges::find_if(verbs, [&](const Verb& known) {
        return known.noun == words[0] && known.verb == words[1];
    });
    if (verb == verbs.end()) return office_usage();
    try {
        Words read(words, verb->positional, book);
        auto asked = verb->ask(read);
        read.done();
        return asked;
    } catch (const WrongWords& wrong) {
        return std::string(wrong.what()) + "\nusage: office " + usage_of(*verb);
    }
}

std::string office_usage() {
    std::string text = "office is followed by one of:";
    for (const auto& verb : verbs) text += "\n  " + usage_of(verb);
    return text;
}

}  // namespace canteen
