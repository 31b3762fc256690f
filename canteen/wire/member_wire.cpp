#include "canteen/wire/member_wire.h"

#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const Card& card, v1::Card& wire) {
    wire.set_number(card.number);
    wire.set_state(enum_to<v1::CardState>(card.state));
    wire.set_since(card.since.days);
}

Card card_from(const v1::Card& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.number(), limits.text_bytes, at / "number"),
            enum_from<CardState>(wire.state(), v1::CardState_MAX, at / "state"), date_from(wire.since(), at / "since")};
}

void to_wire(const Carer& carer, v1::Carer& wire) {
    wire.set_name(carer.name);
    wire.set_phone(carer.phone);
    wire.set_member_id(optional_bytes_of(carer.member));
    range_to_wire(carer.valid, wire);
}

Carer carer_from(const v1::Carer& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.name(), limits.text_bytes, at / "name"),
            text_from(wire.phone(), limits.text_bytes, at / "phone"),
            optional_id_from<MemberId>(wire.member_id(), at / "member_id"), range_from(wire, at)};
}

void to_wire(const Reviewed& reviewed, v1::Reviewed& wire) {
    wire.set_step(enum_to<v1::ReviewStep>(reviewed.step));
    wire.set_on(reviewed.on.days);
    wire.set_by(reviewed.by);
    wire.set_note(reviewed.note);
}

Reviewed reviewed_from(const v1::Reviewed& wire, const MemberLimits& limits, const Path& at) {
    return {enum_from<ReviewStep>(wire.step(), v1::ReviewStep_MAX, at / "step"), date_from(wire.on(), at / "on"),
            text_from(wire.by(), limits.text_bytes, at / "by"), text_from(wire.note(), limits.text_bytes, at / "note")};
}

void to_wire(const SubsidyApplication& application, v1::MemberApplication& wire) {
    wire.set_scheme(application.scheme);
    list_to_wire(application.steps, wire.mutable_steps());
}

SubsidyApplication application_from(const v1::MemberApplication& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.scheme(), limits.text_bytes, at / "scheme"),
            list_from(wire.steps(), limits.items, at / "steps", [&limits](const v1::Reviewed& step, const Path& place) {
                return reviewed_from(step, limits, place);
            })};
}

namespace {

// Points at the field in which each kind of dated fact keeps its code.
std::string AreaFact::* code_of(const AreaFact&) {
    return &AreaFact::area;
}
std::string TagFact::* code_of(const TagFact&) {
    return &TagFact::tag;
}
std::string Approval::* code_of(const Approval&) {
    return &Approval::scheme;
}
std::string Stay::* code_of(const Stay&) {
    return &Stay::institution;
}
std::string Employment::* code_of(const Employment&) {
    return &Employment::employer;
}

using DatedCodes = google::protobuf::RepeatedPtrField<v1::DatedCode>;

template <class Fact>
void facts_to_wire(const std::vector<Fact>& facts, DatedCodes& wires) {
    for (const auto& fact : facts) {
        auto& wire = *wires.Add();
        wire.set_code(fact.*code_of(fact));
        range_to_wire(fact.valid, wire);
        if constexpr (requires { fact.evidence; }) wire.set_evidence(fact.evidence);
    }
}

template <class Fact>
std::vector<Fact> facts_from(const DatedCodes& wires, const MemberLimits& limits, const Path& at) {
    return list_from(wires, limits.items, at, [&limits](const v1::DatedCode& wire, const Path& place) {
        Fact fact;
        fact.*code_of(fact) = text_from(wire.code(), limits.text_bytes, place / "code");
        fact.valid = range_from(wire, place);
        if constexpr (requires { fact.evidence; })
            fact.evidence = text_from(wire.evidence(), limits.text_bytes, place / "evidence");
        return fact;
    });
}

// Reads a person's identity and health.
void read_person(const v1::MemberBody& wire, const MemberLimits& limits, const Path& at, Member& member) {
    member.number = text_from(wire.number(), limits.text_bytes, at / "number");
    member.name = text_from(wire.name(), limits.text_bytes, at / "name");
    member.id_number = text_from(wire.id_number(), limits.text_bytes, at / "id_number");
    member.phone = text_from(wire.phone(), limits.text_bytes, at / "phone");
    member.born = date_from(wire.born(), at / "born");
    if (wire.has_died()) member.died = date_from(wire.died(), at / "died");
    member.allergens = allergens_from(wire.allergens(), at / "allergens");
    member.diet = diet_flags_from(wire.diet_flags(), at / "diet_flags");
}

// Reads the dated facts that schemes and employers ask for.
void read_facts(const v1::MemberBody& wire, const MemberLimits& limits, const Path& at, Member& member) {
    member.hukou = facts_from<AreaFact>(wire.hukou(), limits, at / "hukou");
    member.residence = facts_from<AreaFact>(wire.residence(), limits, at / "residence");
    member.tags = facts_from<TagFact>(wire.tags(), limits, at / "tags");
    member.approvals = facts_from<Approval>(wire.approvals(), limits, at / "approvals");
    member.stays = facts_from<Stay>(wire.stays(), limits, at / "stays");
    member.employments = facts_from<Employment>(wire.employments(), limits, at / "employments");
}

// Reads the lists whose items have messages of their own.
void read_papers(const v1::MemberBody& wire, const MemberLimits& limits, const Path& at, Member& member) {
    const auto within = [&limits](auto read) {
        return [&limits, read](const auto& item, const Path& place) { return read(item, limits, place); };
    };
    member.cards = list_from(wire.cards(), limits.items, at / "cards", within(card_from));
    member.carers = list_from(wire.carers(), limits.items, at / "carers", within(carer_from));
    member.applications = list_from(wire.applications(), limits.items, at / "applications", within(application_from));
}

void read_merging(const v1::MemberBody& wire, const MemberLimits& limits, const Path& at, Member& member) {
    member.merged = list_from(wire.merged(), limits.items, at / "merged",
                              [&limits](const v1::MergedRecord& record, const Path& place) -> MergedRecord {
                                  return {id_from<MemberId>(record.member_id(), place / "member_id"),
                                          text_from(record.number(), limits.text_bytes, place / "number")};
                              });
    member.merged_into = optional_id_from<MemberId>(wire.merged_into(), at / "merged_into");
}

}  // namespace

void to_wire(const Member& member, v1::MemberBody& wire) {
    wire.set_number(member.number);
    wire.set_name(member.name);
    wire.set_id_number(member.id_number);
    wire.set_phone(member.phone);
    wire.set_born(member.born.days);
    facts_to_wire(member.hukou, *wire.mutable_hukou());
    facts_to_wire(member.residence, *wire.mutable_residence());
    facts_to_wire(member.tags, *wire.mutable_tags());
    facts_to_wire(member.approvals, *wire.mutable_approvals());
    facts_to_wire(member.stays, *wire.mutable_stays());
    list_to_wire(member.cards, wire.mutable_cards());
    list_to_wire(member.carers, wire.mutable_carers());
    list_to_wire(member.applications, wire.mutable_applications());
    facts_to_wire(member.employments, *wire.mutable_employments());
    allergens_to_wire(member.allergens, wire.mutable_allergens());
    wire.set_diet_flags(member.diet);
    if (member.died) wire.set_died(member.died->days);
    wire.set_revision(member.revision);
    for (const auto& merged : member.merged) {
        auto& record = *wire.add_merged();
        record.set_member_id(bytes_of(merged.id.bytes));
        record.set_number(merged.number);
    }
    wire.set_merged_into(optional_bytes_of(member.merged_into));
}

Member member_from(MemberId id, const v1::MemberBody& wire, const MemberLimits& limits, const Path& at) {
    Member member;
    member.id = id;
    member.revision = wire.revision();
    read_person(wire, limits, at, member);
    read_facts(wire, limits, at, member);
    read_papers(wire, limits, at, member);
    read_merging(wire, limits, at, member);
    return member;
}

void to_wire(const Member& member, v1::Member& wire) {
    wire.set_member_id(bytes_of(member.id.bytes));
    to_wire(member, *wire.mutable_body());
}

Member from_wire(const v1::Member& wire, const Path& at) {
    return member_from(id_from<MemberId>(wire.member_id(), at / "member_id"), wire.body(), own_member_limits,
                       at / "body");
}

}  // namespace canteen
