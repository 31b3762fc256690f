#include "canteen/domain/office/normal_command.h"

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"

namespace canteen {

namespace {

void number(std::string& text) {
    text = normal_number(text);
}

void code(std::string& text) {
    text = normal_code(text);
}

// An extension stays behind its hyphen.
void phone(std::string& text) {
    if (!is_phone(text)) text = normal_phone(text);
}

void remark(std::string& text) {
    text = trimmed(text);
}

void facts_of(Member& member) {
    for (auto& fact : member.hukou) number(fact.area);
    for (auto& fact : member.residence) number(fact.area);
    for (auto& fact : member.tags) {
        remark(fact.tag);
        remark(fact.evidence);
    }
    for (auto& fact : member.stays) remark(fact.institution);
    for (auto& fact : member.employments) code(fact.employer);
}

void record(Member& member) {
    number(member.number);
    remark(member.name);
    number(member.id_number);
    phone(member.phone);
    facts_of(member);
    for (auto& card : member.cards) number(card.number);
    for (auto& carer : member.carers) {
        remark(carer.name);
        phone(carer.phone);
    }
}

void plain(std::string& text) {
    if (!is_plain_text(text)) text = plain_part_of(text);
}

struct Normaliser {
    void operator()(RecordSale& c) const {
        for (auto& line : c.order.lines) plain(line.note);
        for (auto& tender : c.tenders) plain(tender.reference);
    }
    void operator()(ImportMembers& c) const {
        for (auto& member : c.members) record(member);
    }
    void operator()(PutMember& c) const { record(c.member); }
    void operator()(ReviewApplication& c) const {
        remark(c.step.by);
        remark(c.step.note);
    }
    void operator()(IssueCard& c) const {
        number(c.card);
        number(c.replaces);
    }
    void operator()(ReportCardLost& c) const { number(c.card); }
    void operator()(SetEmployer& c) const {
        code(c.employer.code);
        remark(c.employer.name);
    }
    void operator()(ReceiveFromEmployer& c) const {
        code(c.employer);
        remark(c.tender.reference);
    }
    void operator()(TopUp& c) const {
        remark(c.tender.reference);
        if (c.taken_at) plain(c.tender.reference);
    }
    void operator()(MoveDrawer& c) const {
        remark(c.reason);
        plain(c.reason);
    }
    void operator()(PutStaff& c) const { remark(c.staff.name); }
    void operator()(PayOut& c) const { remark(c.tender.reference); }
    void operator()(ReceiveClaimPayment& c) const { remark(c.tender.reference); }
    void operator()(AnswerFinding& c) const { remark(c.answer); }
    void operator()(RejectClaimLine& c) const { remark(c.reason); }
    template <class Other>
    void operator()(Other&) const {}
};

}  // namespace

void bring_to_normal_form(CommandBody& body) {
    std::visit(Normaliser{}, body);
}

}  // namespace canteen
