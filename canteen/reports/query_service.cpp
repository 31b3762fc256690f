#include "canteen/reports/query_service.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "canteen/app/claims_part.h"
#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/paper.h"
#include "canteen/domain/office/claim_workflow.h"
#include "canteen/domain/office/partners.h"
#include "canteen/domain/state/state_lookup.h"
#include "canteen/engine/run_on_writer.h"
#include "canteen/reports/corrections.h"
#include "canteen/reports/explain_desk.h"
#include "canteen/reports/listed_sales.h"
#include "canteen/reports/shifts.h"

namespace canteen {
namespace {

Rejection refusal(RejectionCode code, std::vector<Param> params = {}) {
    return {code, std::move(params), std::nullopt};
}

// The store's words stay in the log: they may name a file.
QueryResult failed(const std::exception& error) {
    spdlog::error("a query could not be answered: {}", error.what());
    return refusal(RejectionCode::report_failed);
}

Document text_document(std::string name, std::string text) {
    return {std::move(name), "text/plain; charset=utf-8", std::move(text), true};
}

bool is_calendar_period(const ClaimPeriod& period) {
    return parse_claim_period(to_string(period)) == period;
}
bool is_month(const ClaimPeriod& period) {
    return is_calendar_period(period) && month_start(period.last) == period.first;
}

Rejection wrong_period(const char* what) {
    return refusal(RejectionCode::period_invalid, {{"what", what}});
}

// A report on what the state knows under the key.
template <class Map, class MakeReport>
std::variant<Report, Rejection> on_known(const Map& map, const typename Map::key_type& key, Rejection unknown,
                                         MakeReport make_report) {
    const auto found = map.find(key);
    if (found == map.end()) return unknown;
    return Report([make_report, known = found->second] { return QueryResult(make_report(known)); });
}

QueryResult explanation_of(const Books& books, const ExplainRequest& request, MemberId member, Date today) {
    auto told = explain_from(books, request, member, today);
    if (auto* wrong = std::get_if<std::string>(&told))
        return refusal(RejectionCode::text_invalid, {{"what", std::move(*wrong)}});
    return text_document("explain.txt", std::get<Explanation>(std::move(told)).text + "\n");
}

// Reports one period of the agreement: over several, fixed costs and losses would be reckoned otherwise.
std::variant<Report, Rejection> partner_report(const Books& books, const PartnerStatementOf& asked,
                                               const Canteen& state) {
    const auto known = state.agreements.find(asked.agreement);
    if (known == state.agreements.end())
        return refusal(RejectionCode::agreement_unknown, {{"agreement", asked.agreement}});
    const auto& agreement = known->second;
    const bool by_month = agreement.period == SharePeriod::month;
    if (is_month(asked.period) != by_month) return wrong_period(by_month ? "month" : "quarter");
    if (!covered(agreement, asked.period)) return wrong_period("valid");
    return Report(
        [&books, asked, agreement] { return QueryResult(partner_statement(books, agreement, asked.period)); });
}

MergePreview preview_merge(Store& store, const Member& kept, const Member& merged, Date today) {
    MergePreview both{show_member(store, kept), show_member(store, merged), {}};
    Needs needs;
    needs.use_scopes = {{merged.id, today}};
    Canteen scratch;
    store.load(needs, scratch);
    for (const auto& [key, live] : scratch.uses) both.merged_uses[key] = used_of(key.kind, live);
    return both;
}

QueryResult order_of_pickup(Store& store, const PickupKey& key) {
    Canteen scratch;
    Needs needs;
    needs.pickups = {key};
    store.load(needs, scratch);
    const auto order = scratch.pickups.at(key);
    if (!order || order->is_nil()) return refusal(RejectionCode::order_unknown);
    return OrderFound{*order};
}

std::vector<Member> merged_into(const Application& application, const Member& member) {
    std::vector<Member> records;
    for (const auto& merged : member.merged)
        if (const auto* record = application.member(merged.id)) records.push_back(*record);
    return records;
}

}  // namespace

MemberShown show_member(Store& store, const Member& member) {
    Canteen scratch;
    Needs needs;
    needs.points = {member.id};
    for (auto kind : {AccountKind::member_principal, AccountKind::member_bonus})
        needs.balances.push_back(account_of(member.id, kind));
    store.load(needs, scratch);
    return MemberShown{member, -scratch.balances.at(needs.balances[0]), -scratch.balances.at(needs.balances[1]),
                       scratch.points.at(member.id)};
}

QueryService::QueryService(Engine& engine, Post post, Background background)
    : engine_(engine),
      post_(std::move(post)),
      background_(std::move(background)),
      books_{engine.config().database(), engine.keys(), engine.config().site} {}

// One query; one function a kind.
class QueryService::Asked {
public:
    Asked(QueryService& desk, const Actor& actor, Told told) : desk_(desk), actor_(actor), told_(std::move(told)) {}

    void operator()(const FindMembers& asked) { told_(desk_.find_members(asked, actor_)); }
    void operator()(const ShowMember& asked) {
        on_member(asked.member, [this](const Member& member) {
            desk_.from_writer([member](Store& store, Writer&) { return QueryResult(show_member(store, member)); },
                              std::move(told_));
        });
    }
    void operator()(const MemberOfNumber& asked) { told_(desk_.member_of_number(asked.number)); }
    void operator()(const PreviewMerge& asked) {
        if (asked.kept == asked.merged) return told_(refusal(RejectionCode::same_member));
        const auto *kept = application().member(asked.kept), *merged = application().member(asked.merged);
        if (!kept || !merged) return told_(refusal(RejectionCode::member_unknown));
        desk_.from_writer([kept = *kept, merged = *merged, today = desk_.today()](
                              Store& store, Writer&) { return QueryResult(preview_merge(store, kept, merged, today)); },
                          std::move(told_));
    }
    void operator()(const OrderOfPickup& asked) {
        desk_.from_writer(
            [key = PickupKey{asked.date, asked.number}](Store& store, Writer&) { return order_of_pickup(store, key); },
            std::move(told_));
    }
    void operator()(const ExportMember& asked) {
        on_member(asked.member, [this](const Member& named) {
            const auto* kept = named.is_merged() ? application().member(named.merged_into) : nullptr;
            const Member& member = kept ? *kept : named;
            desk_.from_books(
                [&books = desk_.books_, member, merged = merged_into(application(), member),
                 now = desk_.engine_.clock().now()] { return QueryResult(member_export(books, member, merged, now)); },
                std::move(told_));
        });
    }
    void operator()(const ExplainOrder& asked) {
        const auto& known_by = asked.identified.empty() ? "number" : asked.identified;
        auto read = read_explain(
            {asked.member, asked.date, asked.meal, asked.order, asked.mode, asked.fee, asked.language, known_by});
        if (auto* wrong = std::get_if<std::string>(&read))
            return told_(refusal(RejectionCode::text_invalid, {{"what", std::move(*wrong)}}));
        auto& request = std::get<ExplainRequest>(read);
        const auto member = application().member_of_number(request.member_number);
        if (member.is_nil()) return told_(refusal(RejectionCode::member_unknown));
        report([request, member, today = desk_.today()](const Books& books) {
            return explanation_of(books, request, member, today);
        });
    }
    void operator()(const PlanPayment& asked) {
        desk_.from_writer(
            [&clock = desk_.engine_.clock(), order = asked.order](Store&, Writer& writer) {
                return std::visit([](auto plan) { return QueryResult(std::move(plan)); },
                                  writer.plan(order, clock.now()));
            },
            std::move(told_));
    }
    void operator()(const TrialBalance&) { report(trial_balance); }
    void operator()(const EmployerStatement& asked) {
        if (!is_month(asked.period)) return told_(wrong_period("month"));
        desk_.from_books_on(
            [&books = desk_.books_, asked](const Canteen& state) {
                return on_known(state.employers, asked.employer,
                                refusal(RejectionCode::employer_unknown, {{"employer", asked.employer}}),
                                [&books, asked](const Employer& employer) {
                                    return employer_statement(books, employer, asked.period);
                                });
            },
            std::move(told_));
    }
    void operator()(const PartnerStatementOf& asked) {
        if (!is_calendar_period(asked.period)) return told_(wrong_period("month or quarter"));
        desk_.from_books_on(
            [&books = desk_.books_, asked](const Canteen& state) { return partner_report(books, asked, state); },
            std::move(told_));
    }
    void operator()(const ServiceCounts& asked) {
        if (!is_calendar_period(asked.period)) return told_(wrong_period("month or quarter"));
        report([period = asked.period](const Books& books) { return service_counts(books, period); });
    }
    void operator()(const DrawUpClaim& asked) { desk_.draw_up(asked, actor_, std::move(told_)); }
    void operator()(const ListClaims& asked) {
        desk_.from_writer(
            [after = asked.after](Store&, Writer& writer) -> QueryResult {
                return claims_part(writer.state().claims, after);
            },
            std::move(told_));
    }
    void operator()(const ClaimFile& asked) {
        on_claim(asked.claim, [&books = desk_.books_](const Claim& claim) { return claim_document(books, claim); });
    }
    void operator()(const PrintClaim& asked) {
        on_claim(asked.claim, [&books = desk_.books_, form = asked.form](const Claim& claim) {
            return claim_print(books, claim, form);
        });
    }

    void operator()(const ListDoubtfulSales&) { report(doubtful_sales); }
    void operator()(const ListShort&) { report(short_sales); }
    void operator()(const ShowScheme& asked) {
        desk_.from_writer(
            [asked](Store&, Writer& writer) -> QueryResult {
                const auto* scheme = scheme_in(writer.state(), asked.scheme);
                if (!scheme) return refusal(RejectionCode::scheme_unknown, {{"scheme", asked.scheme}});
                return Document{scheme->id + ".json", "application/json", scheme->text, true};
            },
            std::move(told_));
    }
    void operator()(const ListStaff&) { told_(staff_listed(application())); }
    void operator()(const ListShifts& asked) { desk_.list_shifts(asked, std::move(told_)); }
    void operator()(const ListUnprocessable&) { report(unprocessable_entries); }
    void operator()(const ListCorrections& asked) {
        on_member(asked.member, [this, &asked](const Member&) {
            list_corrections(
                desk_.engine_, desk_.post_, asked.member, asked.from,
                [told = std::move(told_)](Corrections listed) {
                    if (auto* why = std::get_if<Rejection>(&listed)) return told(std::move(*why));
                    told(text_document("corrections.txt", std::get<std::string>(std::move(listed)) + "\n"));
                },
                actor_.person);
        });
    }

private:
    Application& application() { return desk_.engine_.application(); }

    template <class MakeReport>
    void report(MakeReport make_report) {
        desk_.from_books([&books = desk_.books_, make_report] { return QueryResult(make_report(books)); },
                         std::move(told_));
    }
    template <class Then>
    void on_member(MemberId id, Then then) {
        const auto* member = application().member(id);
        if (!member) return told_(refusal(RejectionCode::member_unknown));
        then(*member);
    }
    template <class MakeReport>
    void on_claim(ClaimId id, MakeReport make_report) {
        desk_.from_books_on(
            [id, make_report](const Canteen& state) {
                return on_known(state.claims, id, refusal(RejectionCode::claim_unknown), make_report);
            },
            std::move(told_));
    }

    QueryService& desk_;
    Actor actor_;
    Told told_;
};

// The asker who reads of a person is written down before they are answered.
void QueryService::answer(const Actor& actor, const QueryBody& query, Told told) {
    const auto members = read_by(query);
    if (members.empty()) return std::visit(Asked(*this, actor, std::move(told)), query);
    std::vector<PersonRead> reads;
    for (const auto member : members)
        reads.push_back({engine_.clock().now(), actor, std::string(kind_of(query).name), member});
    auto tell = std::make_shared<Told>(std::move(told));
    const bool taken = run_on_writer<std::optional<Rejection>>(
        engine_.inbox(), post_,
        [reads](Store& store, Writer&) -> std::optional<Rejection> {
            for (const auto& read : reads) store.note_person_read(read);
            return std::nullopt;
        },
        [this, actor, query, tell](const std::optional<Rejection>& failed) {
            if (failed) return (*tell)(*failed);
            std::visit(Asked(*this, actor, std::move(*tell)), query);
        },
        [](const std::exception& error) { return std::optional(std::get<Rejection>(failed(error))); });
    if (!taken) (*tell)(refusal(RejectionCode::busy));
}

std::vector<MemberId> QueryService::read_by(const QueryBody& query) const {
    if (const auto* asked = std::get_if<ShowMember>(&query)) return {asked->member};
    if (const auto* asked = std::get_if<PreviewMerge>(&query)) return {asked->kept, asked->merged};
    if (const auto* asked = std::get_if<ExportMember>(&query)) return {asked->member};
    if (const auto* asked = std::get_if<ListCorrections>(&query)) return {asked->member};
    if (const auto* asked = std::get_if<ExplainOrder>(&query))
        return {engine_.application().member_of_number(asked->member)};
    const auto* search = std::get_if<FindMembers>(&query);
    const bool by_id = search && is_paper_number(normalise_id_number(search->text));
    const bool lists = std::holds_alternative<PrintClaim>(query) || std::holds_alternative<EmployerStatement>(query) ||
                       std::holds_alternative<ListShort>(query);
    return by_id || lists ? std::vector{MemberId{}} : std::vector<MemberId>{};
}

QueryResult QueryService::member_of_number(const std::string& number) const {
    const auto* member = engine_.application().member(engine_.application().member_of_number(number));
    if (!member) return refusal(RejectionCode::member_unknown);
    return MemberHits{{{member->id, member->number, member->name, ""}}, false};
}

// A whole ID number names one person, so guessing through them is bounded; only the office may at all.
QueryResult QueryService::find_members(const FindMembers& asked, const Actor& actor) {
    const bool is_whole_id = is_paper_number(normalise_id_number(asked.text));
    const bool may_find_by_id = actor.role != Role::till;
    const auto now = engine_.clock().steady();
    const auto who = to_hex(actor.device.bytes);
    if (is_whole_id && may_find_by_id) {
        if (!whole_ids_.allows(who, now)) return refusal(RejectionCode::busy);
        whole_ids_.note_wrong(who, now);
    }
    return engine_.application().members().find(asked.text, asked.most, may_find_by_id);
}

void QueryService::from_writer(std::function<QueryResult(Store&, Writer&)> work, Told told) {
    auto tell = std::make_shared<Told>(std::move(told));
    const bool taken = run_on_writer<QueryResult>(
        engine_.inbox(), post_, std::move(work), [tell](QueryResult result) { (*tell)(std::move(result)); }, failed);
    if (!taken) (*tell)(refusal(RejectionCode::busy));
}

void QueryService::from_books(Report report, Told told) {
    auto tell = std::make_shared<Told>(std::move(told));
    const bool taken = run_beside<QueryResult>(
        background_, post_, std::move(report), [tell](QueryResult result) { (*tell)(std::move(result)); }, failed);
    if (!taken) (*tell)(refusal(RejectionCode::busy));
}

void QueryService::from_books_on(std::function<std::variant<Report, Rejection>(const Canteen&)> choose, Told told) {
    using Chosen = std::variant<Report, Rejection>;
    auto tell = std::make_shared<Told>(std::move(told));
    const bool taken = run_on_writer<Chosen>(
        engine_.inbox(), post_, [choose = std::move(choose)](Store&, Writer& writer) { return choose(writer.state()); },
        [this, tell](Chosen chosen) {
            if (auto* why = std::get_if<Rejection>(&chosen)) return (*tell)(std::move(*why));
            from_books(std::get<Report>(std::move(chosen)), std::move(*tell));
        },
        [](const std::exception& error) -> Chosen { return std::get<Rejection>(failed(error)); });
    if (!taken) (*tell)(refusal(RejectionCode::busy));
}

void QueryService::list_shifts(const ListShifts& asked, Told told) {
    auto wanted = shifts_wanted(engine_.application(), asked, today());
    if (!wanted) return told(wrong_period("days"));
    from_books([this, wanted = *std::move(wanted)] { return QueryResult(shift_report(books_, wanted)); },
               std::move(told));
}

// Computed on the report thread, recorded by the writer, and told once it is.
void QueryService::draw_up(const DrawUpClaim& asked, const Actor& actor, Told told) {
    if (!is_calendar_period(asked.period)) return told(wrong_period("month or quarter"));
    auto handed_in = std::make_shared<std::size_t>(0);
    const auto id = new_id<ClaimId>(engine_.clock().now(), engine_.random());
    from_books_on(
        [&books = books_, asked, id, handed_in](const Canteen& state) -> std::variant<Report, Rejection> {
            if (!scheme_in(state, asked.payer.scheme))
                return refusal(RejectionCode::scheme_unknown, {{"scheme", asked.payer.scheme}});
            *handed_in = claims_handed_in(state, asked.payer);
            return Report(
                [&books, asked, id] { return QueryResult(ClaimsListed{{draft_claim(books, asked, id)}, false}); });
        },
        [this, handed_in, by = actor.person, told = std::move(told)](QueryResult result) {
            auto* drafted = std::get_if<ClaimsListed>(&result);
            if (!drafted) return told(std::move(result));
            engine_.application().own().ask(
                DraftClaim{drafted->claims.front(), *handed_in},
                [told, listed = *drafted](const Answer& answer) {
                    if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return told(*why);
                    told(listed);
                },
                by);
        });
}

}  // namespace canteen
