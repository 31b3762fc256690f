#include "canteen/wire/member_wire.h"

namespace canteen {
namespace {

// Where the three kinds of dated facts keep their code.
std::string AreaFact::*code_of(const AreaFact&) {
    return &AreaFact::area;
}
std::string TagFact::*code_of(const TagFact&) {
    return &TagFact::tag;
}
std::string Approval::*code_of(const Approval&) {
    return &Approval::scheme;
}

template <class Fact>
void facts_to_wire(const std::vector<Fact>& facts, google::protobuf::RepeatedPtrField<v1::DatedCode>& wires) {
    for (const auto& fact : facts) {
        auto& wire = *wires.Add();
        wire.set_code(fact.*code_of(fact));
        if (fact.valid.from) wire.set_from_date(fact.valid.from->days);
        if (fact.valid.to) wire.set_to_date(fact.valid.to->days);
    }
}

template <class Fact>
Fact fact_from(const v1::DatedCode& wire, const Path& at) {
    Fact fact;
    fact.*code_of(fact) = text_from(wire.code(), max_own_text_bytes, at / "code");
    if (wire.has_from_date()) fact.valid.from = date_from(wire.from_date(), at / "from_date");
    if (wire.has_to_date()) fact.valid.to = date_from(wire.to_date(), at / "to_date");
    return fact;
}

template <class Fact>
std::vector<Fact> facts_from(const google::protobuf::RepeatedPtrField<v1::DatedCode>& wires, const Path& at) {
    at_most(wires, max_own_items, at);
    std::vector<Fact> facts;
    for (int i = 0; i < wires.size(); ++i) facts.push_back(fact_from<Fact>(wires[i], at[i]));
    return facts;
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
}

Member member_from(MemberId id, const v1::MemberBody& wire, const Path& at) {
    Member member;
    member.id = id;
    member.number = text_from(wire.number(), max_own_text_bytes, at / "number");
    member.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    member.id_number = text_from(wire.id_number(), max_own_text_bytes, at / "id_number");
    member.phone = text_from(wire.phone(), max_own_text_bytes, at / "phone");
    member.born = date_from(wire.born(), at / "born");
    member.hukou = facts_from<AreaFact>(wire.hukou(), at / "hukou");
    member.residence = facts_from<AreaFact>(wire.residence(), at / "residence");
    member.tags = facts_from<TagFact>(wire.tags(), at / "tags");
    member.approvals = facts_from<Approval>(wire.approvals(), at / "approvals");
    return member;
}

void to_wire(const Member& member, v1::Member& wire) {
    wire.set_member_id(bytes_of(member.id.bytes));
    to_wire(member, *wire.mutable_body());
}

Member from_wire(const v1::Member& wire, const Path& at) {
    return member_from(id_from<MemberId>(wire.member_id(), at / "member_id"), wire.body(), at / "body");
}

}  // namespace canteen
